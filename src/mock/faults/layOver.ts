import { readDuration } from '../clock.js';
import type { PlainResponse, Transport } from '../mock.js';
import type { Strike } from './fault.js';

/**
 * Lays over a finished answer what happens to it on its way.
 *
 * @param bodyless the answer's body does not go out (HEAD)
 */
export function layOver(response: PlainResponse, strike: Strike, bodyless: boolean): PlainResponse {
  const delay = readDuration(strike.latency ?? 0);
  const cut = cutOf(response, strike, bodyless);
  if (delay === 0 && cut === undefined) return response;
  const transport: Transport = { ...(delay > 0 ? { delay } : {}), ...(cut === undefined ? {} : { cut }) };
  // What does not go out must not seem to.
  const sent = cut === 'reset' || cut === 'close' ? { status: 0, headers: {} } : response;
  return { ...sent, transport };
}

function cutOf(response: PlainResponse, strike: Strike, bodyless: boolean): Transport['cut'] {
  if ('reset' in strike) return 'reset';
  if ('loseResponse' in strike) return 'close';
  if (!('truncate' in strike)) return undefined;
  const length = bodyless ? 0 : byteLength(response.body);
  if (length === 0) return 'close';
  return { after: strike.truncate === true ? Math.floor(length / 2) : Math.min(strike.truncate, length - 1) };
}

/** The answer as far as it was really sent. */
export function sentPart(response: PlainResponse): PlainResponse {
  const cut = response.transport?.cut;
  if (typeof cut !== 'object' || response.body === undefined) return response;
  const bytes = typeof response.body === 'string' ? new TextEncoder().encode(response.body) : response.body;
  return { ...response, body: bytes.subarray(0, cut.after) };
}

function byteLength(body: PlainResponse['body']): number {
  if (body === undefined) return 0;
  return typeof body === 'string' ? new TextEncoder().encode(body).length : body.length;
}
