import type { Authenticator, Verdict, WireRequest } from '../engine/functions.js';
import type { KeyPair } from '../language/lifecycle.js';
import { type CanonicalParts, canonicalParts, canonicalText, header, type ValueOrder } from './canonicalRequest.js';
import { type Digest, portableDigest, sameText } from './digest.js';
import {
  formatSdkDate,
  parseSdkAuthorization,
  parseSdkDate,
  type SdkAuthorization,
  signingAlgorithm,
} from './sdkAuthorization.js';
import { explainMismatch } from './sdkMismatch.js';
import { accepted, knownKeys, refused } from './verdict.js';

const algorithm = 'SDK-HMAC-SHA256';
const freshness = 15 * 60_000;

// SDKs disagree on the order in which the values of a repeated query key are signed; the real gateway's is not known.
const valueOrders: readonly ValueOrder[] = ['sorted', 'as sent'];

/** SDK-HMAC-SHA256 over the digest given. */
export function createSdkHmacSha256(digest: Digest): Authenticator {
  return {
    present: (request) => signingAlgorithm(header(request, 'authorization')) !== undefined,
    verify: (request, keys, now) => verify(request, keys, now, digest),
    sign(request, { accessKey, secret }, now) {
      const date = formatSdkDate(now);
      const signed: WireRequest = { ...request, headers: { ...request.headers, 'x-sdk-date': date } };
      const names = ['content-type', 'host', 'x-sdk-date']
        .filter((name) => header(signed, name) !== undefined)
        .join(';');
      const text = stringToSign(canonicalParts(signed, names, digest), 'sorted', date, digest);
      const signature = digest.hmacSha256(secret, text, 'hex');
      return {
        'X-Sdk-Date': date,
        Authorization: `${algorithm} Access=${accessKey}, SignedHeaders=${names}, Signature=${signature}`,
      };
    },
  };
}

/**
 * SDK-HMAC-SHA256: `Authorization` and `X-Sdk-Date`, fresh within 15 minutes of `now`. It signs what the client lists in
 * SignedHeaders (not necessarily the host) and has no rule against replays. Making a signature covers host (where the
 * request has one), date and content type.
 */
export const sdkHmacSha256: Authenticator = createSdkHmacSha256(portableDigest);

function verify(request: WireRequest, keys: Readonly<Record<string, KeyPair>>, now: number, digest: Digest): Verdict {
  const value = header(request, 'authorization') ?? '';
  if (value === '') return refused('none', 'x-auth-token not found', 'The request has no Authorization header.');
  const claim = readClaim(value);
  if ('ok' in claim) return claim;
  const pair = Object.hasOwn(keys, claim.accessKey) ? keys[claim.accessKey] : undefined;
  if (!pair) return refused('key', `Get secretKey failed,ak:${claim.accessKey},err:ak not exist`, knownKeys(keys));
  const date = header(request, 'x-sdk-date') ?? '';
  const stale = refuseDate(date, now);
  if (stale) return stale;
  return compareSignatures(request, claim, pair, date, digest);
}

function readClaim(value: string): SdkAuthorization | Verdict {
  const seen = signingAlgorithm(value);
  if (seen !== algorithm) {
    const words =
      seen === undefined ? 'The Authorization header is no signature.' : `The request is signed with ${seen}.`;
    return refused('unsupported', 'unsupported signature algorithm', `${words} Sign it with ${algorithm}.`);
  }
  return (
    parseSdkAuthorization(value) ??
    refused(
      'malformed',
      'authorization format is incorrect',
      `The Authorization header cannot be read. Expected: ${algorithm} Access=<access key>, SignedHeaders=<names joined with ;>, Signature=<64 hex digits>`,
    )
  );
}

function refuseDate(date: string, now: number): Verdict | undefined {
  const signedAt = parseSdkDate(date);
  if (signedAt === undefined) {
    const seen = date === '' ? 'is missing' : `is "${date}"`;
    return refused(
      'malformed',
      'x-sdk-date format is incorrect',
      `X-Sdk-Date ${seen}. Expected: UTC as YYYYMMDDTHHMMSSZ`,
    );
  }
  if (Math.abs(now - signedAt) <= freshness) return undefined;
  const words = `X-Sdk-Date is ${date}, the time here is ${formatSdkDate(now)}; up to 15 minutes apart are accepted.`;
  return refused('expired', `signature expired, x-sdk-date:${date}`, words);
}

function compareSignatures(
  request: WireRequest,
  claim: SdkAuthorization,
  pair: KeyPair,
  date: string,
  digest: Digest,
): Verdict {
  const parts = canonicalParts(request, claim.signedHeaders, digest);
  const matches = (order: ValueOrder) =>
    sameText(digest.hmacSha256(pair.secret, stringToSign(parts, order, date, digest), 'hex'), claim.signature);
  if (valueOrders.some(matches)) return accepted(pair);
  const words = explainMismatch(request, parts, stringToSign(parts, 'sorted', date, digest));
  return refused('signature', 'verify aksk signature fail', words);
}

function stringToSign(parts: CanonicalParts, order: ValueOrder, date: string, digest: Digest): string {
  return `${algorithm}\n${date}\n${digest.sha256(canonicalText(parts, order))}`;
}
