import type { OpenApiDocument, SecuritySchemeObject } from '../language/openapi.js';
import { resolveRef } from '../language/resolveRef.js';
import type { LinkedOperation, LinkedScheme } from './contract.js';
import type { Authenticator, Verdict, WireRequest } from './functions.js';
import type { Failure } from './scope.js';

/** How strictly credentials are checked. */
export type Strictness = 'verify' | 'any' | 'off';

/** Whose request it is, or why it is refused. */
export type Authentication = { readonly partition?: string } | { readonly failure: Failure };

/** Checks a request against the security alternatives of its operation; `now` is wall time in milliseconds. */
export function authenticate(
  operation: LinkedOperation,
  request: WireRequest,
  strictness: Strictness,
  now: number,
): Authentication {
  if (strictness === 'off' || operation.security.length === 0) return nobody;
  let bad: Verdict | undefined;
  for (const schemes of operation.security) {
    if (!arePresent(schemes, request)) continue;
    if (strictness === 'any') return nobody;
    const verdict = verifyAll(schemes, request, now);
    if (verdict.ok) return verdict.partition === undefined ? nobody : { partition: verdict.partition };
    bad ??= verdict;
  }
  return { failure: bad ? refusal(bad) : nothingPresent(operation, request, now) };
}

/** Whoever it is. */
const nobody: Authentication = {};

function arePresent(schemes: readonly LinkedScheme[], request: WireRequest): boolean {
  for (const { authenticator } of schemes) if (!authenticator.present(request)) return false;
  return true;
}

function verifyAll(schemes: readonly LinkedScheme[], request: WireRequest, now: number): Verdict {
  let good: Verdict = fine;
  for (const { authenticator, keys } of schemes) {
    const verdict = authenticator.verify(request, keys, now);
    if (!verdict.ok) return verdict;
    if (good === fine && verdict.partition !== undefined) good = verdict;
  }
  return good;
}

const fine: Verdict = { ok: true };

/** The words are those the first scheme has for a request without its credential. */
function nothingPresent(operation: LinkedOperation, request: WireRequest, now: number): Failure {
  const kinds = operation.security.map((schemes) => schemes.map(({ name }) => name).join(' with ')).join(', or ');
  const [first] = operation.security[0] ?? [];
  const verdict = first?.authenticator.verify(request, first.keys, now);
  const own = verdict && !verdict.ok ? verdict : undefined;
  const explanation = `The request carries no credential. Expected: ${kinds}.${own?.cause === 'none' && own.explanation ? ` ${own.explanation}` : ''}`;
  return { kind: 'unauthenticated', cause: 'none', detail: own?.detail ?? 'no credential', explanation };
}

function refusal(verdict: Verdict): Failure {
  if (verdict.ok) return { kind: 'unauthenticated' };
  const { cause, detail, explanation } = verdict;
  return { kind: 'unauthenticated', cause, detail, ...(explanation === undefined ? {} : { explanation }) };
}

/** The authenticator of a scheme whose values are listed in the contract: a key in a header or query, or a bearer token. */
export function acceptingAuthenticator(
  document: OpenApiDocument,
  declared: SecuritySchemeObject,
  refusal = 'unknown credential',
): Authenticator {
  const scheme = resolveRef(document, declared);
  const read = credentialReader(scheme);
  return {
    present: (request) => read(request) !== undefined,
    verify(request, keys) {
      const value = read(request) ?? '';
      // Compared, not looked up: to look up a text nobody has seen before is to enter it among the names of properties.
      for (const known in keys) {
        if (known !== value) continue;
        const partition = keys[known]?.partition;
        return partition === undefined ? fine : { ok: true, partition };
      }
      const explanation = `The value of ${scheme.name ?? 'Authorization'} is none the mock accepts; GET /_tombstone/providers lists those it does.`;
      return { ok: false, cause: 'key', detail: refusal, explanation };
    },
    ...credentialWriter(scheme),
  };
}

/** A key that goes into the query is no header. */
function credentialWriter({
  type,
  in: place,
  name = 'authorization',
}: SecuritySchemeObject): Pick<Authenticator, 'sign' | 'query'> {
  if (type === 'http') return { sign: (_request, { accessKey }) => ({ authorization: `Bearer ${accessKey}` }) };
  if (place === 'query') return { sign: () => ({}), query: ({ accessKey }) => ({ [name]: accessKey }) };
  return { sign: (_request, { accessKey }) => ({ [name.toLowerCase()]: accessKey }) };
}

function credentialReader(scheme: SecuritySchemeObject): (request: WireRequest) => string | undefined {
  const name = (scheme.name ?? '').toLowerCase();
  if (scheme.type === 'apiKey' && scheme.in === 'query') {
    return ({ target }) => new URLSearchParams(target.split('?')[1] ?? '').get(scheme.name ?? '') ?? undefined;
  }
  if (scheme.type === 'apiKey') return ({ headers }) => headers[name] || undefined;
  return ({ headers }) => /^Bearer\s+(.+)$/i.exec(headers['authorization'] ?? '')?.[1];
}
