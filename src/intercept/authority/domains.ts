/**
 * The domains that cover some hosts, as the name constraints of a certificate say them: what follows the last variable
 * from the next dot on. `mpc.{region}.myhuaweicloud.com` is covered by `myhuaweicloud.com`.
 */
export function domainsOf(hosts: readonly string[]): readonly string[] {
  const domains = hosts.map((host) => {
    const variableEnd = host.lastIndexOf('}') + 1;
    return variableEnd === 0 ? host : host.slice(host.indexOf('.', variableEnd) + 1);
  });
  return [...new Set(domains.map((domain) => domain.toLowerCase()))];
}
