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
  if (strictness === 'off' || operation.security.length === 0) return {};
  const present = operation.security.filter((schemes) =>
    schemes.every(({ authenticator }) => authenticator.present(request)),
  );
  if (present.length === 0) return { failure: nothingPresent(operation, request, now) };
  if (strictness === 'any') return {};
  const verdicts = present.map((schemes) => verifyAll(schemes, request, now));
  const good = verdicts.find((verdict) => verdict.ok);
  if (good?.ok) return good.partition === undefined ? {} : { partition: good.partition };
  const bad = verdicts.find((verdict) => !verdict.ok);
  return { failure: refusal(bad) };
}

function verifyAll(schemes: readonly LinkedScheme[], request: WireRequest, now: number): Verdict {
  const verdicts = schemes.map(({ authenticator, keys }) => authenticator.verify(request, keys, now));
  return (
    verdicts.find((verdict) => !verdict.ok) ??
    verdicts.find((verdict) => verdict.ok && verdict.partition !== undefined) ?? { ok: true }
  );
}

/** The words are those the first scheme has for a request without its credential. */
function nothingPresent(operation: LinkedOperation, request: WireRequest, now: number): Failure {
  const kinds = operation.security.map((schemes) => schemes.map(({ name }) => name).join(' with ')).join(', or ');
  const [first] = operation.security[0] ?? [];
  const verdict = first?.authenticator.verify(request, first.keys, now);
  const own = verdict && !verdict.ok ? verdict : undefined;
  const explanation = `The request carries no credential. Expected: ${kinds}.${own?.cause === 'none' && own.explanation ? ` ${own.explanation}` : ''}`;
  return { kind: 'unauthenticated', cause: 'none', detail: own?.detail ?? 'no credential', explanation };
}

function refusal(verdict: Verdict | undefined): Failure {
  if (!verdict || verdict.ok) return { kind: 'unauthenticated' };
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
      const key = Object.hasOwn(keys, read(request) ?? '') ? keys[read(request) ?? ''] : undefined;
      if (key) return key.partition === undefined ? { ok: true } : { ok: true, partition: key.partition };
      const explanation = `The value of ${scheme.name ?? 'Authorization'} is none the mock accepts. Accepted: ${Object.keys(keys).join(', ')}.`;
      return { ok: false, cause: 'key', detail: refusal, explanation };
    },
    sign: (_request, { accessKey }) =>
      scheme.type === 'http'
        ? { authorization: `Bearer ${accessKey}` }
        : { [(scheme.name ?? 'authorization').toLowerCase()]: accessKey },
  };
}

function credentialReader(scheme: SecuritySchemeObject): (request: WireRequest) => string | undefined {
  const name = (scheme.name ?? '').toLowerCase();
  if (scheme.type === 'apiKey' && scheme.in === 'query') {
    return ({ target }) => new URLSearchParams(target.split('?')[1] ?? '').get(scheme.name ?? '') ?? undefined;
  }
  if (scheme.type === 'apiKey') return ({ headers }) => headers[name] || undefined;
  return ({ headers }) => /^Bearer\s+(.+)$/i.exec(headers['authorization'] ?? '')?.[1];
}
