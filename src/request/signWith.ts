import type { WireRequest } from '../engine/functions.js';
import type { ChosenCredential } from './chooseCredentials.js';

/** Signs a request with each of the credentials, one over the other. `now` is wall time in milliseconds. */
export function signWith<R extends WireRequest>(credentials: readonly ChosenCredential[], request: R, now: number): R {
  return credentials.reduce((signed, { scheme: { authenticator }, accessKey, secret }) => {
    const credential = { accessKey, secret };
    const placed = { ...signed, target: withQuery(signed.target, authenticator.query?.(credential) ?? {}) };
    const added = Object.entries(authenticator.sign(placed, credential, now));
    const lower = added.map(([name, value]) => [name.toLowerCase(), value] as const);
    return { ...placed, headers: { ...placed.headers, ...Object.fromEntries(lower) } };
  }, request);
}

function withQuery(target: string, query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  if (pairs.length === 0) return target;
  return target + (target.includes('?') ? '&' : '?') + pairs.join('&');
}
