import { BlockList, isIP } from 'node:net';

/** What the special-purpose registries of IANA (RFC 6890) say is not reached over the public network, and multicast. */
const notPublic = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  notPublic.addSubnet(network, prefix, 'ipv4');
}
/** Global unicast; what is outside of it is loopback, link-local, private or multicast. */
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');
/** Inside of it: documentation, benchmarks, and the two ways to wrap an IPv4 address, which might be a private one. */
const reserved = new BlockList();
reserved.addSubnet('2001:db8::', 32, 'ipv6');
reserved.addSubnet('3fff::', 20, 'ipv6');
reserved.addSubnet('2001:2::', 48, 'ipv6');
reserved.addSubnet('2001::', 32, 'ipv6');
reserved.addSubnet('2002::', 16, 'ipv6');

/** Is it an address of the public network, and neither of this machine nor of a private network? */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !notPublic.check(address, 'ipv4');
  return isIP(address) === 6 && globalUnicast.check(address, 'ipv6') && !reserved.check(address, 'ipv6');
}
