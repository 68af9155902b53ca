/**
 * Required by Ruby first. Its `find_proxy` asks a name server where a host is before it looks at the proxy, in case it is
 * this machine; that would be the only thing to leave it. Names of this machine are still looked up.
 */
export const rubyFile = `require 'socket'
IPSocket.singleton_class.prepend(Module.new do
  def getaddress(host)
    return super if host =~ /\\A(?:.*\\.)?localhost\\z|\\A[\\d.]+\\z|:/i
    raise SocketError, "#{host} is not looked up: tombstone leads it to a proxy"
  end
end)
`;
