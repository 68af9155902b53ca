import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Verdict, WireRequest } from '../../../src/engine/functions.js';
import { canonicalParts, canonicalText } from '../../../src/signature/canonicalRequest.js';
import { portableDigest } from '../../../src/signature/digest.js';
import { parseSdkDate } from '../../../src/signature/sdkAuthorization.js';
import { sdkHmacSha256 } from '../../../src/signature/sdkHmacSha256.js';
import { type SdkVector, sdkVectors } from './sdkVectors.js';
import { wire, withHeaders } from './wire.js';

const credentials = { accessKey: 'AccessKey', secret: 'SecretKey' };
const keys = { AccessKey: { secret: 'SecretKey', partition: 'project-1' } };
const now = Date.UTC(2024, 0, 1);
const minute = 60_000;

const hostAndDate = { host: '127.0.0.1:8080', 'x-sdk-date': '20240101T000000Z' };

function authorization(signature: string, signedHeaders = 'host;x-sdk-date', accessKey = 'AccessKey'): string {
  return `SDK-HMAC-SHA256 Access=${accessKey}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
}

/** Signs a canonical request written out by the test, with another implementation of the hashes. */
function signText(canonical: string, date = '20240101T000000Z'): string {
  const hash = createHash('sha256').update(canonical).digest('hex');
  return createHmac('sha256', credentials.secret).update(`SDK-HMAC-SHA256\n${date}\n${hash}`).digest('hex');
}

const emptyHash = createHash('sha256').update('').digest('hex');

function canonicalOf(path: string, query: string, payload = emptyHash, method = 'GET'): string {
  return `${method}\n${path}\n${query}\nhost:127.0.0.1:8080\nx-sdk-date:20240101T000000Z\n\nhost;x-sdk-date\n${payload}`;
}

function signedWith(canonical: string, target: string, headers: Readonly<Record<string, string>> = {}): WireRequest {
  return wire('GET', target, { ...hostAndDate, authorization: authorization(signText(canonical)), ...headers });
}

function check(request: WireRequest, at = now): Verdict {
  return sdkHmacSha256.verify(request, keys, at);
}

function refusal(request: WireRequest, at = now): { cause: string; detail: string; explanation: string } {
  const verdict = check(request, at);
  if (verdict.ok) throw new Error('accepted');
  return { cause: verdict.cause, detail: verdict.detail, explanation: verdict.explanation ?? '' };
}

function vectorRequest(vector: SdkVector): WireRequest {
  const headers = { ...vector.headers, authorization: authorization(vector.signature, vector.signedHeaders) };
  return wire(vector.method, vector.target, headers, vector.body);
}

describe('published vectors of SDK-HMAC-SHA256', () => {
  it.each(sdkVectors.map((vector) => [vector.about, vector] as const))('accepts: %s', (_about, vector) => {
    const at = parseSdkDate(vector.headers['x-sdk-date'] ?? '') ?? Number.NaN;
    expect(check(vectorRequest(vector), at)).toEqual({ ok: true, partition: 'project-1' });
  });

  it.each(sdkVectors.map((vector) => [vector.about, vector] as const))(
    'refuses with one digit changed: %s',
    (_about, vector) => {
      const at = parseSdkDate(vector.headers['x-sdk-date'] ?? '') ?? Number.NaN;
      const last = vector.signature.endsWith('0') ? '1' : '0';
      const changed = { ...vector, signature: vector.signature.slice(0, -1) + last };
      expect(check(vectorRequest(changed), at)).toMatchObject({ ok: false, cause: 'signature' });
    },
  );

  it('builds the canonical request of the first vector to the letter', () => {
    const request = wire('GET', '/resources?size=1', {
      host: 'service.endpoint.myhuaweicloud.com',
      'x-sdk-date': '20200608T023900Z',
    });
    const text = canonicalText(canonicalParts(request, 'host;x-sdk-date', portableDigest), 'sorted');
    expect(text).toBe(
      'GET\n/resources/\nsize=1\nhost:service.endpoint.myhuaweicloud.com\nx-sdk-date:20200608T023900Z\n\nhost;x-sdk-date\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    expect(portableDigest.sha256(text)).toBe('de94dd1e1ccdb730b403ce35d7e14f7c7b04337f6def1c3a3a2ba936852b133f');
  });

  it('signs the first vector as the real SDK does', () => {
    const request = wire('GET', '/resources?size=1', { host: 'service.endpoint.myhuaweicloud.com' });
    expect(sdkHmacSha256.sign(request, credentials, Date.UTC(2020, 5, 8, 2, 39, 0))).toEqual({
      'X-Sdk-Date': '20200608T023900Z',
      Authorization: authorization('cfb4171acec81de07d50e53d57eb77edd537414d66ddb1d7d780f128e12cd842'),
    });
  });
});

describe('what SDK-HMAC-SHA256 signs', () => {
  it('accepts the values of a repeated query key in string order and in the order of the request, and in no other', () => {
    const target = '/x?task_id=9&task_id=10&task_id=100';
    const query = (...ids: number[]) => ids.map((id) => `task_id=${id}`).join('&');
    expect(check(signedWith(canonicalOf('/x/', query(10, 100, 9)), target))).toMatchObject({ ok: true });
    expect(check(signedWith(canonicalOf('/x/', query(9, 10, 100)), target))).toMatchObject({ ok: true });
    expect(check(signedWith(canonicalOf('/x/', query(100, 10, 9)), target))).toMatchObject({ cause: 'signature' });
  });

  it('accepts an unsorted request whose client signed sorted keys', () => {
    expect(check(signedWith(canonicalOf('/x/', 'a=1&b=2'), '/x?b=2&a=1'))).toMatchObject({ ok: true });
  });

  it('reads a bare query key as one with an empty value', () => {
    expect(check(signedWith(canonicalOf('/x/', 'a=&b='), '/x?b&a='))).toMatchObject({ ok: true });
  });

  it('encodes a query in one way, however it was encoded on the wire', () => {
    const canonical = canonicalOf('/x/', 'q=%E4%B8%80%20%28%26%3D%3F%21%23%25.%2A%29~');
    expect(check(signedWith(canonical, '/x?q=%e4%b8%80%20(%26=%3F!%23%25.*)%7E'))).toMatchObject({ ok: true });
  });

  it('decodes a path before it splits it, and leaves a broken escape as it is', () => {
    expect(check(signedWith(canonicalOf('/a/b%20c/', ''), '/a%2Fb%20c'))).toMatchObject({ ok: true });
    expect(check(signedWith(canonicalOf('/a%25zz%FF/', ''), '/a%zz%ff'))).toMatchObject({ ok: true });
  });

  it('adds a slash to the path only where it has none', () => {
    expect(check(signedWith(canonicalOf('/x/', ''), '/x/'))).toMatchObject({ ok: true });
    expect(check(signedWith(canonicalOf('/x', ''), '/x'))).toMatchObject({ cause: 'signature' });
    expect(check(signedWith(canonicalOf('/', ''), '/'))).toMatchObject({ ok: true });
  });

  it('takes the host with its port as it was sent', () => {
    const request = signedWith(canonicalOf('/x/', ''), '/x');
    expect(check(request)).toMatchObject({ ok: true });
    expect(check(withHeaders(request, { host: '127.0.0.1' }))).toMatchObject({ cause: 'signature' });
  });

  it('signs the headers the client lists, in the order it lists them, with their values trimmed', () => {
    const canonical = `GET\n/x/\n\nx-sdk-date:20240101T000000Z\nuser-agent:probe  1\n\nX-Sdk-Date;User-Agent\n${emptyHash}`;
    const headers = {
      'x-sdk-date': '20240101T000000Z',
      'user-agent': ' probe  1 ',
      authorization: authorization(signText(canonical), 'X-Sdk-Date;User-Agent'),
    };
    expect(check(wire('GET', '/x', headers))).toMatchObject({ ok: true });
  });

  it('signs UNSIGNED-PAYLOAD where the client says so, and then not the body', () => {
    const request = signedWith(canonicalOf('/x/', '', 'UNSIGNED-PAYLOAD'), '/x', {
      'x-sdk-content-sha256': 'UNSIGNED-PAYLOAD',
    });
    expect(check({ ...request, body: new Uint8Array([1, 2, 3]) })).toMatchObject({ ok: true });
    expect(check(withHeaders(request, { 'x-sdk-content-sha256': emptyHash }))).toMatchObject({ cause: 'signature' });
  });

  it('hashes the raw bytes of a body, whatever they are', () => {
    const body = new Uint8Array([0xff, 0x00, 0xfe]);
    const payload = createHash('sha256').update(body).digest('hex');
    expect(check({ ...signedWith(canonicalOf('/x/', '', payload), '/x'), body })).toMatchObject({ ok: true });
  });

  it('accepts the same signed request twice', () => {
    const request = signedWith(canonicalOf('/x/', ''), '/x');
    expect(check(request)).toMatchObject({ ok: true });
    expect(check(request)).toMatchObject({ ok: true });
  });

  it('signs host, date and content type, and no host where the request has none', () => {
    const names = (headers: Readonly<Record<string, string>>) =>
      /SignedHeaders=([^,]+)/.exec(
        sdkHmacSha256.sign(wire('GET', '/', headers), credentials, now)['Authorization'] ?? '',
      )?.[1];
    expect(names({ host: 'h', 'content-type': 'application/json', 'x-project-id': 'p' })).toBe(
      'content-type;host;x-sdk-date',
    );
    expect(names({})).toBe('x-sdk-date');
  });
});

describe('refusals of SDK-HMAC-SHA256', () => {
  const good = signedWith(canonicalOf('/x/', ''), '/x');

  it('answers an unknown access key with the documented words, even one named like a part of every object', () => {
    const other = withHeaders(good, { authorization: authorization('0'.repeat(64), 'x-sdk-date', 'nobody') });
    expect(refusal(other)).toMatchObject({ cause: 'key', detail: 'Get secretKey failed,ak:nobody,err:ak not exist' });
    expect(refusal(other).explanation).toContain('AccessKey');
    const built = withHeaders(good, { authorization: authorization('0'.repeat(64), 'x-sdk-date', 'constructor') });
    expect(refusal(built).cause).toBe('key');
  });

  it('answers a wrong signature with the documented words', () => {
    const other = withHeaders(good, { authorization: authorization('0'.repeat(64)) });
    expect(refusal(other)).toMatchObject({ cause: 'signature', detail: 'verify aksk signature fail' });
  });

  it('accepts a date up to 15 minutes off in either direction', () => {
    for (const minutes of [-14, 0, 14]) expect(check(good, now + minutes * minute)).toMatchObject({ ok: true });
    for (const minutes of [-16, 16]) {
      const refused = refusal(good, now + minutes * minute);
      expect(refused.cause).toBe('expired');
      expect(refused.detail).toContain('20240101T000000Z');
      expect(refused.explanation).toContain('15 minutes');
    }
  });

  it.each(['', '2024-01-01T00:00:00Z', '20240101000000', '20240230T000000Z', '20240101T250000Z'])(
    'refuses the date "%s" as malformed',
    (date) => {
      const refused = refusal(withHeaders(good, { 'x-sdk-date': date }));
      expect(refused.cause).toBe('malformed');
      expect(refused.explanation).toContain('YYYYMMDDTHHMMSSZ');
    },
  );

  it.each([
    'SDK-HMAC-SHA256',
    'SDK-HMAC-SHA256 Access=AccessKey',
    'SDK-HMAC-SHA256 Access=AccessKey, SignedHeaders=host',
    'SDK-HMAC-SHA256 Access=, SignedHeaders=host, Signature=0',
    'SDK-HMAC-SHA256 Access=AccessKey, SignedHeaders=, Signature=0',
    'SDK-HMAC-SHA256 Access=AccessKey, Access=AccessKey, SignedHeaders=host, Signature=0',
    'SDK-HMAC-SHA256 Credential=AccessKey/20240101//mpc/sdk_request, SignedHeaders=host, Signature=0',
  ])('refuses the Authorization "%s" as malformed', (value) => {
    const refused = refusal(withHeaders(good, { authorization: value }));
    expect(refused.cause).toBe('malformed');
    expect(refused.explanation).toContain('SignedHeaders=<');
  });

  it.each(['SDK-HMAC-SM3', 'SDK-ECDSA-P256-SHA256', 'SDK-SM2-SM3', 'V11-HMAC-SHA256'])(
    'names the algorithm %s as one that is not supported',
    (algorithm) => {
      const request = withHeaders(good, { authorization: authorization('0').replace('SDK-HMAC-SHA256', algorithm) });
      expect(sdkHmacSha256.present(request)).toBe(true);
      expect(refusal(request).cause).toBe('unsupported');
      expect(refusal(request).explanation).toContain(algorithm);
    },
  );

  it('does not take another kind of credential for a signature', () => {
    const bearer = withHeaders(good, { authorization: 'Bearer abc' });
    expect(sdkHmacSha256.present(bearer)).toBe(false);
    expect(refusal(bearer).cause).toBe('unsupported');
    expect(refusal(bearer).explanation).not.toContain('abc');
  });

  it('says that nothing is there where nothing is there', () => {
    const nothing = wire('GET', '/x', hostAndDate);
    expect(sdkHmacSha256.present(nothing)).toBe(false);
    expect(sdkHmacSha256.present(good)).toBe(true);
    expect(refusal(nothing)).toMatchObject({ cause: 'none', detail: 'x-auth-token not found' });
  });

  it('leaves the partition out where the key pair has none', () => {
    expect(sdkHmacSha256.verify(good, { AccessKey: { secret: 'SecretKey' } }, now)).toEqual({ ok: true });
  });
});

describe('the explanation of a wrong SDK-HMAC-SHA256 signature', () => {
  it('shows the canonical request, the string to sign and what is often wrong', () => {
    const request = withHeaders(wire('DELETE', '/v1/p/task?id=2&id=1', hostAndDate), {
      authorization: authorization('0'.repeat(64)),
    });
    const canonical = canonicalOf('/v1/p/task/', 'id=1&id=2', emptyHash, 'DELETE');
    const hash = createHash('sha256').update(canonical).digest('hex');
    const { explanation } = refusal(request);
    expect(explanation).toContain(`\n${canonical}\n`);
    expect(explanation).toContain(`\nSDK-HMAC-SHA256\n20240101T000000Z\n${hash}\n`);
    expect(explanation).toContain('slash at its end');
    expect(explanation).toContain('in the order of the request');
  });

  it('names a signed header that did not arrive', () => {
    const value = authorization('0'.repeat(64), 'host;user-agent;x-sdk-date');
    expect(refusal(wire('GET', '/x', { ...hostAndDate, authorization: value })).explanation).toContain(
      'not in the request: user-agent',
    );
  });

  it('takes a listed header for a header, even one named like a part of every object', () => {
    const value = authorization('0'.repeat(64), 'constructor;x-sdk-date');
    const { explanation } = refusal(wire('GET', '/x', { ...hostAndDate, authorization: value }));
    expect(explanation).toContain('not in the request: constructor');
  });

  it('hides credentials among the signed headers, and never shows a secret or the right signature', () => {
    const signed = 'host;x-auth-token;x-sdk-date;x-security-token';
    const headers = { ...hostAndDate, 'x-auth-token': 'gAAAA-token', 'x-security-token': 'sts-token' };
    const parts = canonicalParts(wire('GET', '/x', headers), signed, portableDigest);
    const right = signText(canonicalText(parts, 'sorted'));
    expect(check(wire('GET', '/x', { ...headers, authorization: authorization(right, signed) }))).toMatchObject({
      ok: true,
    });
    const { explanation } = refusal(
      wire('GET', '/x', { ...headers, authorization: authorization('0'.repeat(64), signed) }),
    );
    expect(explanation).toContain('x-auth-token:(hidden)');
    for (const hidden of ['gAAAA-token', 'sts-token', 'SecretKey', right]) expect(explanation).not.toContain(hidden);
  });
});
