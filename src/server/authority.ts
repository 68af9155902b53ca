const loopbackName = /^(?:(?:[a-z0-9_-]+\.)*localhost|127(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}|\[::1\])$/i;
const port = /:\d*$/;

/** Does this name, written as in a URL (`[::1]` in brackets), always mean the machine itself? */
export function isLoopbackName(name: string): boolean {
  return loopbackName.test(name);
}

/** Does an authority (`name` or `name:port`) name the machine itself? */
export function isLoopbackAuthority(authority: string): boolean {
  return isLoopbackName(authority.replace(port, ''));
}

/** A host as it stands in a URL: an IPv6 address goes in brackets. */
export function urlHost(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}
