import { expect, test } from 'vitest';
import { acceptingAuthenticator, authenticate } from '../../../src/engine/authenticate.js';
import type { LinkedOperation, LinkedScheme } from '../../../src/engine/contract.js';
import type { SecuritySchemeObject } from '../../../src/language/openapi.js';
import { firstCredential } from '../../../src/request/firstCredential.js';
import { signWith } from '../../../src/request/signWith.js';

const document = { openapi: '3.1.1', info: { title: 'keys', version: '1' }, paths: {} };
const scheme = (declared: SecuritySchemeObject): LinkedScheme => ({
  name: 'key',
  authenticator: acceptingAuthenticator(document, declared),
  keys: { 'a key&more': { secret: '', partition: 'mine' }, other: { secret: '' } },
});
const request = { method: 'GET', target: '/things?page=2', headers: { host: 'mock' }, body: new Uint8Array() };

test.each([
  [{ type: 'apiKey', in: 'query', name: 'key' }, '/things?page=2&key=a%20key%26more', { host: 'mock' }],
  [{ type: 'apiKey', in: 'header', name: 'X-Key' }, '/things?page=2', { host: 'mock', 'x-key': 'a key&more' }],
  [{ type: 'http', scheme: 'bearer' }, '/things?page=2', { host: 'mock', authorization: 'Bearer a key&more' }],
] as const)(
  'the first credential of %j goes where the scheme has it, and is accepted there',
  (declared, target, headers) => {
    const own = scheme(declared as SecuritySchemeObject);
    const first = firstCredential(own);
    expect(first).toEqual({ accessKey: 'a key&more', secret: '', partition: 'mine' });
    const signed = signWith(first ? [{ scheme: own, ...first }] : [], request, 0);
    expect(signed).toEqual({ ...request, target, headers });
    const operation = { security: [[own]] } as unknown as LinkedOperation;
    expect(authenticate(operation, signed, 'verify', 0)).toEqual({ partition: 'mine' });
  },
);

test('a target without a query gets one', () => {
  const own = scheme({ type: 'apiKey', in: 'query', name: 'key' });
  const credentials = [{ scheme: own, accessKey: 'other', secret: '' }];
  expect(signWith(credentials, { ...request, target: '/things' }, 0).target).toBe('/things?key=other');
});
