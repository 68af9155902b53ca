import { describe, expect, it } from 'vitest';
import { bundledContracts, loadContract } from '../../../src/contract/loadContract.js';
import { createMock } from '../../../src/mock/createMock.js';
import type { Exchange, PlainRequest } from '../../../src/mock/mock.js';
import { ask, contract, parcel, parcelMock, start } from './support/parcels.js';

const bundled = await Promise.all(bundledContracts().map((name) => loadContract(name)));
const numbers = (exchanges: readonly Exchange[]) => exchanges.map(({ seq }) => seq);

describe('the journal', () => {
  it('holds what was asked, what was answered, and what decided', () => {
    const mock = parcelMock();
    ask(mock, 'DELETE', `/parcels/${parcel(2)}`);
    expect(mock.journal.list()).toEqual([
      {
        seq: 1,
        at: '2026-01-01T00:00:00.000Z',
        operation: 'parcels/deleteParcel',
        rule: 'parcels/deleteParcel/busy',
        request: {
          method: 'DELETE',
          target: `/v2/parcels/${parcel(2)}`,
          headers: { host: 'localhost', 'content-type': 'application/json' },
        },
        response: {
          status: 409,
          headers: { 'Content-Type': 'application/json', 'x-tombstone-rule': 'parcels/deleteParcel/busy' },
          body: `{"code":"busy","message":"Parcel ${parcel(2)} is moving."}`,
        },
      },
    ]);
  });

  it.each([
    [3, [4, 5, 6]],
    [1, [6]],
    [0, []],
    [100, [1, 2, 3, 4, 5, 6]],
  ])('of size %i keeps the last exchanges and their numbers', (journalSize, kept) => {
    const mock = parcelMock({ journalSize });
    for (let times = 0; times < 6; times += 1) ask(mock, 'GET', '/parcels');
    expect(numbers(mock.journal.list())).toEqual(kept);
  });

  it('of the usual size keeps the last 500', () => {
    const mock = parcelMock({});
    for (let times = 0; times < 501; times += 1) ask(mock, 'GET', '/parcels');
    expect(numbers(mock.journal.list())).toEqual(Array.from({ length: 500 }, (_, index) => index + 2));
  });

  it('gives those after a number, however large', () => {
    const mock = parcelMock({ journalSize: 3 });
    for (let times = 0; times < 6; times += 1) ask(mock, 'GET', '/parcels');
    expect(numbers(mock.journal.list(5))).toEqual([6]);
    expect(numbers(mock.journal.list(1)), 'what is dropped is dropped').toEqual([4, 5, 6]);
    expect(mock.journal.list(99)).toEqual([]);
  });

  it('counts on when it is emptied, and when the sandbox goes back', () => {
    const mock = parcelMock({ journalSize: 3 });
    ask(mock, 'GET', '/parcels');
    mock.journal.clear();
    expect(mock.journal.list()).toEqual([]);
    ask(mock, 'GET', '/parcels');
    mock.reset();
    ask(mock, 'GET', '/parcels');
    expect(numbers(mock.journal.list())).toEqual([3]);
  });

  it('tells who listens, in order, until they stop', () => {
    const mock = parcelMock({ journalSize: 0 });
    const heard: number[] = [];
    const stop = mock.journal.subscribe(({ seq }) => heard.push(seq));
    ask(mock, 'GET', '/parcels');
    ask(mock, 'GET', '/parcels');
    stop();
    ask(mock, 'GET', '/parcels');
    expect(heard).toEqual([1, 2]);
  });

  it('keeps the beginning of a large body', () => {
    const mock = parcelMock();
    ask(mock, 'POST', '/parcels', { depot_id: 'x'.repeat(100_000) });
    expect(mock.journal.list()[0]?.request.body?.length).toBe(16 * 1024);
  });

  it('says in words why nothing could be decided', () => {
    const mock = parcelMock();
    ask(mock, 'GET', '/parcel');
    expect(mock.journal.list()[0]?.explanation).toMatch(
      /^No operation answers GET \/v2\/parcel\. Nearest: GET \/v2\/parcels \(parcels\/listParcels\), /,
    );
  });
});

describe('a credential', () => {
  const secret = 'very-secret-value';
  const headers: readonly string[] = [
    'authorization',
    'cookie',
    'x-api-key',
    'x-auth-token',
    'x-security-token',
    'x-ncp-iam-access-key',
    'x-ncp-apigw-signature-v2',
    'proxy-authorization',
    'x-parcel-key',
  ];

  it.each(headers)('in the header %s is never kept, whoever refuses it', (name) => {
    const mock = createMock([contract, ...bundled], { wallTime: () => start });
    const targets = [
      '/v2/parcels',
      '/v1.3/tasks',
      '/api/v1/tasks',
      '/v1/p/transcodings',
      '/v2/p/processor-tasks',
      '/none',
    ];
    for (const target of targets) mock.handle({ method: 'GET', target, headers: { host: 'a', [name]: secret } });
    expect(JSON.stringify(mock.journal.list())).not.toContain(secret);
  });

  it.each([
    'api_key',
    'apikey',
    'token',
    'access-key',
    'X-Auth-Token',
    'signature',
    'password',
    'api%5Fkey',
    'x%2Dtoken',
  ])('in the query as %s is never kept', (name) => {
    const mock = parcelMock();
    ask(mock, 'GET', `/parcels?page=1&${name}=${secret}&size=2`);
    ask(mock, 'GET', `/nowhere?page=1&${name}=${secret}&size=2`);
    for (const { request } of mock.journal.list()) expect(request.target).toMatch(/\?page=1&.*=\[redacted\]&size=2$/);
    expect(JSON.stringify(mock.journal.list())).not.toContain(secret);
  });

  it('that is signed is not kept in the canonical request either', () => {
    const mock = createMock(bundled, { wallTime: () => start });
    const signed = 'host;x-security-token;x-sdk-date';
    const request: PlainRequest = {
      method: 'GET',
      target: '/v1/p/transcodings',
      headers: {
        host: 'localhost',
        'x-sdk-date': '20260101T000000Z',
        'x-security-token': secret,
        authorization: `SDK-HMAC-SHA256 Access=TOMBSTONEAK, SignedHeaders=${signed}, Signature=${'0'.repeat(64)}`,
      },
    };
    expect(mock.handle(request).status).toBe(401);
    const [exchange] = mock.journal.list();
    expect(exchange?.explanation).toContain('x-security-token:[redacted]');
    expect(JSON.stringify(exchange)).not.toContain(secret);
  });
});
