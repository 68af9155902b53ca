import type { WireRequest } from '../engine/functions.js';
import type { Digest } from './digest.js';
import { normalizePath, normalizePercent } from './percentEncoding.js';

// Most requests have no body; its hash need not be worked out each time.
/** SHA-256 of no bytes, which everybody knows; to work it out would be the first thing every start does. */
const hashOfNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** In which order the values of a repeated query key are signed: by their text, or as they stand in the request. */
export type ValueOrder = 'sorted' | 'as sent';

/** The parts of a canonical request of SDK-HMAC-SHA256 that do not depend on the order of query values. */
export interface CanonicalParts {
  readonly method: string;
  /** Ends in a slash, whether or not the path on the wire does. */
  readonly path: string;
  readonly query: readonly (readonly [key: string, value: string])[];
  /** Name and trimmed value of every signed header, in the order the client lists them. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** As the client wrote it. */
  readonly signedHeaders: string;
  readonly payloadHash: string;
}

/** Takes a request apart for signing. A signed header that did not arrive counts as empty. */
export function canonicalParts(request: WireRequest, signedHeaders: string, digest: Digest): CanonicalParts {
  const mark = request.target.indexOf('?');
  const path = normalizePath(mark < 0 ? request.target : request.target.slice(0, mark));
  return {
    method: request.method.toUpperCase(),
    path: path.endsWith('/') ? path : `${path}/`,
    query: mark < 0 ? [] : queryPairs(request.target.slice(mark + 1)),
    headers: signedHeaders
      .split(';')
      .map((name) => [name.toLowerCase(), header(request, name.toLowerCase())?.trim() ?? '']),
    signedHeaders,
    payloadHash: payloadHash(request, digest),
  };
}

/** The text whose hash is signed. */
export function canonicalText(parts: CanonicalParts, order: ValueOrder): string {
  return [
    parts.method,
    parts.path,
    queryText(parts.query, order),
    ...parts.headers.map(([name, value]) => `${name}:${value}`),
    '',
    parts.signedHeaders,
    parts.payloadHash,
  ].join('\n');
}

/** A header by its lower-case name. */
export function header(request: WireRequest, name: string): string | undefined {
  // The names come from the client, who may well list "constructor".
  return Object.hasOwn(request.headers, name) ? request.headers[name] : undefined;
}

// Clients that sign without their body say so here (UNSIGNED-PAYLOAD), and sign what they said.
function payloadHash(request: WireRequest, digest: Digest): string {
  const said = header(request, 'x-sdk-content-sha256');
  if (said !== undefined) return said;
  return request.body.length === 0 ? hashOfNothing : digest.sha256(request.body);
}

function queryPairs(query: string): readonly (readonly [string, string])[] {
  return query
    .split('&')
    .filter((piece) => piece !== '')
    .map((piece) => {
      const mark = piece.indexOf('=');
      // A bare `key` is signed as `key=`, also by clients that leave the sign out on the wire.
      if (mark < 0) return [normalizePercent(piece), ''];
      return [normalizePercent(piece.slice(0, mark)), normalizePercent(piece.slice(mark + 1))];
    });
}

function queryText(pairs: CanonicalParts['query'], order: ValueOrder): string {
  const sorted = pairs.toSorted(([keyA, valueA], [keyB, valueB]) =>
    keyA === keyB && order === 'sorted' ? compare(valueA, valueB) : compare(keyA, keyB),
  );
  return sorted.map(([key, value]) => `${key}=${value}`).join('&');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
