import type { WireRequest } from '../../../src/engine/functions.js';

/** A request as the tests write it: names lower-case, body as text. */
export function wire(
  method: string,
  target: string,
  headers: Readonly<Record<string, string>>,
  body = '',
): WireRequest {
  return { method, target, headers, body: new TextEncoder().encode(body) };
}

/** The request with a client's signature on it. */
export function withHeaders(request: WireRequest, headers: Readonly<Record<string, string>>): WireRequest {
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return { ...request, headers: { ...request.headers, ...lower } };
}
