import { describe, expect, it } from 'vitest';
import type { Verdict, WireRequest } from '../../../src/engine/functions.js';
import { apiGatewaySignatureV2 } from '../../../src/signature/apiGatewaySignatureV2.js';
import { wire, withHeaders } from './wire.js';

const timestamp = 1_700_000_000_000;
const credentials = { accessKey: 'AK_TEST', secret: 'SK_TEST' };
const keys = { AK_TEST: { secret: 'SK_TEST', partition: 'main' } };
const minute = 60_000;

const task = '/api/v1/tasks/9e6fecc9-0079-4c5e-a0c6-f387e6221afa';

// The first is a regression value published with a client library; the others were worked out with two implementations.
const vectors = [
  ['POST', '/vserver/v2/createServerInstances?regionCode=KR', 'xBcE26XFU55BMjppdPT7ZY3oDrqoOedfPyAn3Cq4lUw='],
  ['DELETE', task, 'hK1fGWvDYoz8TQ3Y8tdxh+eMCRi4BBT9D4tn4QXCLEk='],
  ['GET', '/api/v1/tasks', 'EclM0kT2u1luGdHYqe14mxh8QWnNrSf3zNBOCh1HtF4='],
  ['GET', '/api/v1/tasks?index=0&limit=20', 'jiKgyFPcO9Jeza/MfjdyddzOofF8X6UGYKIAs8hN0Lc='],
  ['POST', '/api/v1/task-runs', 'TLss9de8vNhmByoYgJogr5EIRYa29pDRoEcm7Z9W6sA='],
] as const;

const signedWithoutBasePath = 'nblUvRysPH+6Mo3B/vvWyZaeRK+R9PFzGFM71paBZf0=';

function signed(method: string, target: string, signature: string): WireRequest {
  return wire(method, target, {
    'x-ncp-apigw-timestamp': String(timestamp),
    'x-ncp-iam-access-key': 'AK_TEST',
    'x-ncp-apigw-signature-v2': signature,
  });
}

function check(request: WireRequest, now = timestamp): Verdict {
  return apiGatewaySignatureV2.verify(request, keys, now);
}

const good = signed(...vectors[1]);
const missing = { ok: false, cause: 'none', detail: 'Authentication information are missing.' };
const invalid = { ok: false, detail: 'Invalid authentication information.' };

describe('vectors of API Gateway signature v2', () => {
  it.each(vectors)('accepts %s %s', (method, target, signature) => {
    expect(check(signed(method, target, signature))).toEqual({ ok: true, partition: 'main' });
  });

  it.each(vectors)('signs %s %s as the official clients do', (method, target, signature) => {
    expect(apiGatewaySignatureV2.sign(wire(method, target, {}), credentials, timestamp)).toEqual({
      'x-ncp-apigw-timestamp': '1700000000000',
      'x-ncp-iam-access-key': 'AK_TEST',
      'x-ncp-apigw-signature-v2': signature,
    });
  });

  it('refuses a delete signed over its path without /api/v1', () => {
    expect(check(signed('DELETE', task, signedWithoutBasePath))).toMatchObject({ ...invalid, cause: 'signature' });
    expect(check(signed('DELETE', task.slice('/api/v1'.length), signedWithoutBasePath))).toMatchObject({ ok: true });
  });
});

describe('what API Gateway signature v2 signs', () => {
  it('takes the target raw: no order, encoding or bare key is put right', () => {
    const raw = '/photos/puppy.jpg?query2&query1=%7e%2F';
    const request = wire('GET', raw, {});
    const headers = apiGatewaySignatureV2.sign(request, credentials, timestamp);
    expect(check(withHeaders(request, headers))).toMatchObject({ ok: true });
    for (const target of [
      '/photos/puppy.jpg?query1=%7e%2F&query2',
      '/photos/puppy.jpg?query2=&query1=%7e%2F',
      raw.replace('7e', '7E'),
    ]) {
      expect(check(withHeaders({ ...request, target }, headers))).toMatchObject({ cause: 'signature' });
    }
  });

  it('does not sign the body', () => {
    expect(check({ ...good, body: new Uint8Array([1]) })).toMatchObject({ ok: true });
  });

  it('accepts the same signed request twice', () => {
    expect(check(good)).toMatchObject({ ok: true });
    expect(check(good)).toMatchObject({ ok: true });
  });
});

describe('refusals of API Gateway signature v2', () => {
  it.each(['x-ncp-apigw-timestamp', 'x-ncp-iam-access-key', 'x-ncp-apigw-signature-v2'])(
    'counts a request without %s as one without credentials',
    (name) => {
      const { [name]: _left, ...headers } = good.headers;
      for (const request of [{ ...good, headers }, withHeaders(good, { [name]: '' })]) {
        expect(apiGatewaySignatureV2.present(request)).toBe(false);
        const verdict = check(request);
        expect(verdict).toMatchObject(missing);
        expect(verdict).toHaveProperty('explanation', expect.stringContaining(name));
      }
      expect(apiGatewaySignatureV2.present(good)).toBe(true);
    },
  );

  it('counts version 1 of the signature alone as missing, and says so', () => {
    const { 'x-ncp-apigw-signature-v2': signature = '', ...rest } = good.headers;
    const verdict = check({ ...good, headers: { ...rest, 'x-ncp-apigw-signature-v1': signature } });
    expect(verdict).toMatchObject(missing);
    expect(verdict).toHaveProperty('explanation', expect.stringContaining('only version 2'));
  });

  it.each(['17e11', '-1700000000000', '1700000000000.5', ' 1700000000000', 'now'])(
    'refuses the timestamp "%s" as malformed',
    (value) => {
      expect(check(withHeaders(good, { 'x-ncp-apigw-timestamp': value }))).toMatchObject({
        ...invalid,
        cause: 'malformed',
      });
    },
  );

  it('accepts a timestamp up to 5 minutes off in either direction', () => {
    for (const minutes of [-4, 0, 4]) expect(check(good, timestamp + minutes * minute)).toMatchObject({ ok: true });
    for (const minutes of [-6, 6])
      expect(check(good, timestamp + minutes * minute)).toMatchObject({ ...invalid, cause: 'expired' });
  });

  it('takes a timestamp in seconds for an old one', () => {
    expect(check(withHeaders(good, { 'x-ncp-apigw-timestamp': '1700000000' }))).toMatchObject({ cause: 'expired' });
  });

  it('refuses an unknown access key, even one named like a part of every object, and does not repeat it', () => {
    for (const name of ['AK_OTHER', 'constructor']) {
      const verdict = check(withHeaders(good, { 'x-ncp-iam-access-key': name }));
      expect(verdict).toMatchObject({ ...invalid, cause: 'key' });
      expect(JSON.stringify(verdict)).not.toContain(name);
    }
  });

  it('looks at the time before it looks at the key', () => {
    expect(check(withHeaders(good, { 'x-ncp-iam-access-key': 'AK_OTHER' }), timestamp + 6 * minute)).toMatchObject({
      cause: 'expired',
    });
  });

  it('explains a wrong signature by the string to sign, and never shows a secret or the right signature', () => {
    const verdict = check(withHeaders(good, { 'x-ncp-apigw-signature-v2': vectors[2][2] }));
    const explanation = verdict.ok ? '' : (verdict.explanation ?? '');
    expect(verdict).toMatchObject({ ...invalid, cause: 'signature' });
    expect(explanation).toContain(`\nDELETE ${task}\n1700000000000\nAK_TEST\n`);
    for (const hidden of ['SK_TEST', vectors[1][2]]) expect(explanation).not.toContain(hidden);
  });
});
