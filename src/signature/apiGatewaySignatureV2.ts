import type { Authenticator, Verdict, WireRequest } from '../engine/functions.js';
import type { KeyPair } from '../language/lifecycle.js';
import { type Digest, portableDigest, sameText } from './digest.js';
import { accepted, knownKeys, refused } from './verdict.js';

const timestampHeader = 'x-ncp-apigw-timestamp';
const accessKeyHeader = 'x-ncp-iam-access-key';
const signatureHeader = 'x-ncp-apigw-signature-v2';
const oldSignatureHeader = 'x-ncp-apigw-signature-v1';
const required = [timestampHeader, accessKeyHeader, signatureHeader] as const;

const freshness = 5 * 60_000;

const missingDetail = 'Authentication information are missing.';
const invalidDetail = 'Invalid authentication information.';

/** API Gateway signature v2 over the digest given. */
export function createApiGatewaySignatureV2(digest: Digest): Authenticator {
  return {
    present: (request) => required.every((name) => given(request, name)),
    verify: (request, keys, now) => verify(request, keys, now, digest),
    sign(request, { accessKey, secret }, now) {
      const timestamp = String(Math.trunc(now));
      return {
        [timestampHeader]: timestamp,
        [accessKeyHeader]: accessKey,
        [signatureHeader]: digest.hmacSha256(secret, stringToSign(request, timestamp, accessKey), 'base64'),
      };
    },
  };
}

/**
 * API Gateway signature v2: three headers over method, raw target, timestamp and access key, fresh within 5 minutes of
 * `now`. The body is not signed, and there is no rule against replays. Version 1 of the header alone counts as missing.
 */
export const apiGatewaySignatureV2: Authenticator = createApiGatewaySignatureV2(portableDigest);

function verify(request: WireRequest, keys: Readonly<Record<string, KeyPair>>, now: number, digest: Digest): Verdict {
  const [timestamp = '', accessKey = '', signature = ''] = required.map((name) => request.headers[name]);
  if (timestamp === '' || accessKey === '' || signature === '')
    return refused('none', missingDetail, explainMissing(request));
  const stale = refuseTimestamp(timestamp, now);
  if (stale) return stale;
  const pair = Object.hasOwn(keys, accessKey) ? keys[accessKey] : undefined;
  if (!pair) return refused('key', invalidDetail, knownKeys(keys));
  const text = stringToSign(request, timestamp, accessKey);
  if (sameText(digest.hmacSha256(pair.secret, text, 'base64'), signature)) return accepted(pair);
  return refused('signature', invalidDetail, explainMismatch(text));
}

function given(request: WireRequest, name: string): boolean {
  return (request.headers[name] ?? '') !== '';
}

function refuseTimestamp(timestamp: string, now: number): Verdict | undefined {
  if (!/^\d+$/.test(timestamp)) {
    const words = `${timestampHeader} is "${timestamp}". Expected: milliseconds since 1970 in decimal digits.`;
    return refused('malformed', invalidDetail, words);
  }
  if (Math.abs(now - Number(timestamp)) <= freshness) return undefined;
  const words = `${timestampHeader} is ${timestamp}, the time here is ${Math.trunc(now)}; up to 5 minutes apart are accepted.`;
  return refused('expired', invalidDetail, words);
}

// The target goes in raw: nothing is decoded, sorted or completed, unlike in most other schemes.
function stringToSign(request: WireRequest, timestamp: string, accessKey: string): string {
  return `${request.method.toUpperCase()} ${request.target}\n${timestamp}\n${accessKey}`;
}

function explainMissing(request: WireRequest): string {
  const missing = required.filter((name) => !given(request, name));
  const old = given(request, oldSignatureHeader) ? ` ${oldSignatureHeader} is there, but only version 2 is read.` : '';
  return `Missing or empty: ${missing.join(', ')}.${old}`;
}

function explainMismatch(text: string): string {
  return [
    'The signature does not match the request as it arrived. Either the secret is another one, or the client signed another text than this string to sign:',
    '',
    text,
    '',
    'The target is signed as it stands in the request line: with its whole path, query and percent-encoding, without the host. No newline ends the text.',
  ].join('\n');
}
