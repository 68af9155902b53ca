import { hostSource } from '../engine/hostPattern.js';
import { TombstoneError } from '../errors.js';

/** Which URLs are a provider's, and what each means to it. */
export interface Addresses {
  /** Matches a whole URL without its query. */
  readonly pattern: RegExp;
  /** What a request's path and query would be at the real service: without what a base URL puts before it. */
  target(url: URL): string;
}

interface Base {
  readonly origin: string;
  /** What comes before the provider's own paths, without a trailing slash. */
  readonly prefix: string;
}

/**
 * The URLs of a provider: its real hosts, with every value of their variables, and the base URLs given.
 *
 * @param hosts as `mpc.{region}.myhuaweicloud.com`
 * @param basePath the path every operation starts with; a base URL may be given with it or without
 * @throws TombstoneError `bad-base-url`
 */
export function providerAddresses(hosts: readonly string[], basePath: string, baseUrls: readonly string[]): Addresses {
  const bases = baseUrls.map((text) => readBase(text, basePath)).sort((a, b) => b.prefix.length - a.prefix.length);
  const sources = [
    ...hosts.map((host) => `https?://${hostSource(host)}(?::\\d+)?(?:/|$)`),
    ...bases.map(({ origin, prefix }) => `${escaped(origin + prefix)}(?:/|$)`),
  ];
  return {
    pattern: new RegExp(`^(?:${sources.join('|')})`, 'i'),
    target({ origin, pathname, search }) {
      const base = bases.find((each) => each.origin === origin && `${pathname}/`.startsWith(`${each.prefix}/`));
      const path = base ? pathname.slice(base.prefix.length) : pathname;
      return (path === '' ? '/' : path) + search;
    },
  };
}

function readBase(text: string, basePath: string): Base {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    const message = `baseUrl is ${JSON.stringify(text)}; expected an absolute URL without a query, such as "http://localhost:4010".`;
    throw new TombstoneError('bad-base-url', message);
  }
  const path = url.pathname.replace(/\/+$/, '');
  const prefix = path.endsWith(basePath) ? path.slice(0, path.length - basePath.length) : path;
  return { origin: url.origin, prefix };
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
