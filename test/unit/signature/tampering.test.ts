import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Authenticator, WireRequest } from '../../../src/engine/functions.js';
import { authenticators, sdkHmacSha256 } from '../../../src/signature/index.js';
import { withHeaders } from './wire.js';

const now = Date.UTC(2024, 0, 1, 12);
const credentials = { accessKey: 'AK', secret: 'a-secret-that-stands-nowhere-else' };
const keys = { AK: { secret: credentials.secret } };

const printable = fc.string({ unit: 'grapheme-ascii', maxLength: 12 });
const piece = printable.map((text) => encodeURIComponent(text));
const path = fc
  .array(
    piece.filter((text) => text !== ''),
    { minLength: 1, maxLength: 4 },
  )
  .map((pieces) => `/${pieces.join('/')}`);
const query = fc.array(fc.tuple(fc.constantFrom('task_id', 'page', 'x'), piece), { maxLength: 4 });
const method = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH');
const token = fc.stringMatching(/^[a-z0-9.:/-]{1,20}$/);
const headers = fc.record({ host: token, 'content-type': token });
const body = fc.uint8Array({ maxLength: 40 });

const request: fc.Arbitrary<WireRequest> = fc
  .record({ method, path, query, headers, body })
  .map(({ path, query, ...rest }) => {
    const text = query.map(([key, value]) => `${key}=${value}`).join('&');
    return { ...rest, target: text === '' ? path : `${path}?${text}` };
  });

function sign(authenticator: Authenticator, wire: WireRequest): WireRequest {
  return withHeaders(wire, authenticator.sign(wire, credentials, now));
}

function pathOf({ target }: WireRequest): string {
  return decodeURIComponent(target.split('?')[0] ?? '');
}

function queryOf({ target }: WireRequest): string {
  return (target.split('?')[1] ?? '').split('&').sort().join('&');
}

function accepts(authenticator: Authenticator, wire: WireRequest): boolean {
  return authenticator.verify(wire, keys, now).ok;
}

/** Anything but a signed request with one part taken from another must be refused, unless the parts mean the same. */
function refusesSwap(
  authenticator: Authenticator,
  differs: (a: WireRequest, b: WireRequest) => boolean,
  part: (other: WireRequest) => Partial<WireRequest>,
) {
  fc.assert(
    fc.property(request, request, (mine, other) => {
      fc.pre(differs(mine, other));
      const changed = { ...sign(authenticator, mine), ...part(other) };
      const verdict = authenticator.verify(changed, keys, now);
      expect(verdict).toMatchObject({ ok: false, cause: 'signature' });
      expect(JSON.stringify(verdict)).not.toContain(credentials.secret);
    }),
  );
}

describe.each(Object.entries(authenticators))('%s', (_name, authenticator) => {
  const withTarget = (target: string) => ({ target });

  it('accepts every request it has signed', () => {
    fc.assert(fc.property(request, (wire) => accepts(authenticator, sign(authenticator, wire))));
  });

  it('accepts no request signed with another secret', () => {
    fc.assert(
      fc.property(request, printable, (wire, secret) => {
        const signed = withHeaders(wire, authenticator.sign(wire, { accessKey: 'AK', secret }, now));
        return !accepts(authenticator, signed);
      }),
    );
  });

  it('refuses another method', () => {
    refusesSwap(
      authenticator,
      (a, b) => a.method !== b.method,
      ({ method }) => ({ method }),
    );
  });

  it('refuses another path', () => {
    const changed = (a: WireRequest, b: WireRequest) => pathOf(a).replace(/\/$/, '') !== pathOf(b).replace(/\/$/, '');
    refusesSwap(authenticator, changed, ({ target }) => withTarget(target));
  });

  it('refuses another query', () => {
    fc.assert(
      fc.property(request, request, (mine, other) => {
        fc.pre(queryOf(mine) !== queryOf(other));
        const path = mine.target.split('?')[0] ?? '';
        const changed = { ...sign(authenticator, mine), target: `${path}?${other.target.split('?')[1] ?? ''}` };
        return !accepts(authenticator, changed);
      }),
    );
  });

  it('refuses another date', () => {
    fc.assert(
      fc.property(request, fc.integer({ min: 1, max: 200 }), (wire, seconds) => {
        const later = authenticator.sign(wire, credentials, now + seconds * 1000);
        const dates = Object.fromEntries(Object.entries(later).filter(([header]) => /date|timestamp/i.test(header)));
        expect(Object.keys(dates)).toHaveLength(1);
        return !accepts(authenticator, withHeaders(sign(authenticator, wire), dates));
      }),
    );
  });

  it('answers any header values without throwing', () => {
    const names = [
      'authorization',
      'x-sdk-date',
      'x-ncp-apigw-timestamp',
      'x-ncp-iam-access-key',
      'x-ncp-apigw-signature-v2',
    ];
    const values = fc.oneof(
      fc.string(),
      printable.map((text) => `SDK-HMAC-SHA256 Access=AK, SignedHeaders=${text}, Signature=${text}`),
    );
    const junk = fc.dictionary(fc.constantFrom(...names), values);
    fc.assert(fc.property(request, junk, (wire, headers) => !accepts(authenticator, withHeaders(wire, headers))));
  });
});

describe('sdkHmacSha256, which also signs body and headers,', () => {
  const authenticator = sdkHmacSha256;

  it('refuses another body', () => {
    refusesSwap(
      authenticator,
      (a, b) => String(a.body) !== String(b.body),
      ({ body }) => ({ body }),
    );
  });

  it.each(['host', 'content-type'])('refuses another %s', (header) => {
    fc.assert(
      fc.property(request, token, (wire, value) => {
        fc.pre(wire.headers[header] !== value);
        return !accepts(authenticator, withHeaders(sign(authenticator, wire), { [header]: value }));
      }),
    );
  });

  it.each(['host', 'content-type'])('refuses a request that has lost its %s', (header) => {
    fc.assert(
      fc.property(request, (wire) => {
        const signed = sign(authenticator, wire);
        const { [header]: _lost, ...left } = signed.headers;
        return !accepts(authenticator, { ...signed, headers: left });
      }),
    );
  });
});
