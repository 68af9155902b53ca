import type { PlainRequest } from './mock.js';
import { requestHead } from './requestHead.js';

/** The methods `fetch` takes as they are written, but for those it makes exceptions for. */
const usual = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);
const understood = new Set(['method', 'headers', 'body']);

/**
 * Reads a call of `fetch` that needs no `Request`: an address, a usual method, headers, and a text or no body. To make a
 * Request, with a signal and a stream of its own, takes longer than to answer it.
 *
 * @returns undefined for every other call, and for one that is wrong: a Request understands it, or says what is wrong
 */
export function simpleCall(input: unknown, init: RequestInit = {}): PlainRequest | undefined {
  const { method = 'GET', headers: given, body = null } = init;
  if (!usual.has(method) || !Object.keys(init).every((name) => understood.has(name))) return undefined;
  if (body !== null && (typeof body !== 'string' || method === 'GET')) return undefined;
  const url = typeof input === 'string' ? parsed(input) : input;
  if (!(url instanceof URL) || url.username !== '' || url.password !== '') return undefined;
  const fields = headersOf(given);
  if (!fields) return undefined;
  const request = requestHead(method, url, fields);
  if (body === null) return request;
  request.headers['content-type'] ??= 'text/plain;charset=UTF-8';
  return body === '' ? request : { ...request, body: new TextEncoder().encode(body) };
}

function parsed(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function headersOf(given: RequestInit['headers']): Headers | undefined {
  try {
    return new Headers(given);
  } catch {
    return undefined;
  }
}
