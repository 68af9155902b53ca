import { hostPattern } from '../../engine/hostPattern.js';
import { TombstoneError } from '../../errors.js';
import type { Mock } from '../../mock/mock.js';
import { isLoopbackName, urlHost } from '../../server/authority.js';
import type { Route } from '../intercept.js';
import { type Door, openDoor } from './door.js';
import { type HostPort, hostPortText, readHostPort } from './hostPort.js';

/** What becomes of what is sent to a host. */
export type Destination =
  | { readonly kind: 'sandbox'; readonly door: Door }
  | { readonly kind: 'allowed' }
  | { readonly kind: 'refused'; readonly reason: 'unknown-host' | 'loopback' };

/** Where everything goes. */
export interface Destinations {
  readonly of: (to: HostPort) => Destination;
  /** What is let through. */
  readonly allowed: readonly HostPort[];
  /** One for each sandbox. */
  readonly doors: readonly Door[];
}

/** @throws TombstoneError `bad-allow` */
export function createDestinations(routes: readonly Route[], allow: readonly string[]): Destinations {
  const doors = new Map<Mock, Door>();
  const patterns = routes.flatMap(({ hosts, target }) => {
    const door = doors.get(target) ?? openDoor(target);
    doors.set(target, door);
    return hosts.map((host) => ({ pattern: hostPattern(host), door }));
  });
  const allowed = allow.map(readAllowed);
  const allowedTexts = new Set(allowed.map(hostPortText));
  return {
    allowed,
    doors: [...doors.values()],
    of(to) {
      const found = patterns.find(({ pattern }) => pattern.test(to.host));
      if (found) return { kind: 'sandbox', door: found.door };
      if (allowedTexts.has(hostPortText(to))) return { kind: 'allowed' };
      return { kind: 'refused', reason: isLoopbackName(urlHost(to.host)) ? 'loopback' : 'unknown-host' };
    },
  };
}

function readAllowed(text: string): HostPort {
  const read = readHostPort(text);
  if (read) return read;
  throw new TombstoneError('bad-allow', `"${text}" is no host to allow; expected HOST:PORT, such as example.com:443.`);
}
