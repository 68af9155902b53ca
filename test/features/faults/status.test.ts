import { describe, expect, it } from 'vitest';
import { loadContract } from '../../../src/contract/loadContract.js';
import { createMock } from '../../../src/mock/createMock.js';
import type { Fault } from '../../../src/mock/faults/fault.js';
import { parcel } from '../server/support/parcels.js';

const contract = await loadContract('test/fixtures/contracts/parcels');
const now = Date.UTC(2026, 0, 2, 3, 4, 5, 100);
const deletion = { method: 'DELETE', target: `/v2/parcels/${parcel.done}`, headers: {} };

/** What a sandbox answers to a deletion with that fault laid over it. */
function answerWith(fault: Fault) {
  const mock = createMock([contract], { wallTime: () => now });
  mock.faults.once('parcels/deleteParcel', fault);
  const { headers, body, ...answer } = mock.handle(deletion);
  const { 'x-tombstone-fault': id, 'x-tombstone-rule': rule, ...others } = headers;
  const kept = mock.records.get({ provider: 'parcels', resource: 'parcel', key: parcel.done });
  return { ...answer, body, headers: others, id, rule, kept: kept !== undefined, exchange: mock.journal.list()[0] };
}

describe('a status in place of an operation', () => {
  it('is answered before the credential is looked at, without effect, and is in the journal', () => {
    expect(answerWith({ status: 503 })).toMatchObject({
      status: 503,
      headers: {},
      id: 'fault-1',
      rule: undefined,
      kept: true,
      exchange: {
        response: { status: 503 },
        operation: 'parcels/deleteParcel',
        explanation: 'The operation was not reached: fault-1 came before it.',
        fault: { ids: ['fault-1'], status: 503 },
      },
    });
  });

  it.each([
    [429, 'throttled', { code: 'throttled', message: 'Try again in 7 s.' }],
    [500, 'internal', { code: 'internal', message: 'Something broke.' }],
  ])('speaks the dialect of the provider for %d', (status, row, body) => {
    const answer = answerWith({ status, retryAfter: 7 });
    expect(answer).toMatchObject({ status, rule: `parcels/deleteParcel/${row}`, kept: true });
    expect(JSON.parse(String(answer.body))).toEqual(body);
    expect(answer.exchange).toMatchObject({ rule: answer.rule, response: { status } });
  });

  it.each([429, 500, 503])('has no body but what is chosen for it (%d)', (status) => {
    expect(answerWith({ status, empty: true })).toMatchObject({ status, body: undefined, rule: undefined });
    expect(answerWith({ status, body: 'Go away.' })).toMatchObject({
      status,
      body: 'Go away.',
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    });
    expect(answerWith({ status, body: { oops: [1] } })).toMatchObject({
      status,
      body: '{"oops":[1]}',
      headers: { 'Content-Type': 'application/json' },
    });
    expect(answerWith({ status, html: true })).toMatchObject({
      status,
      body: expect.stringContaining(`<h1>${status} `),
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
    });
  });

  it.each([503, 429])('tells in %d when to try again, in seconds or by a date that is not too early', (status) => {
    expect(answerWith({ status, retryAfter: 0 }).headers).toMatchObject({ 'Retry-After': '0' });
    expect(answerWith({ status, retryAfter: { date: '10s' } }).headers).toMatchObject({
      'Retry-After': 'Fri, 02 Jan 2026 03:04:16 GMT',
    });
    expect(answerWith({ status }).headers).not.toHaveProperty('Retry-After');
  });

  it('strikes calls that reach an operation, and no others', () => {
    const mock = createMock([contract]);
    mock.faults.add({ operation: '*', fault: { status: 503 } });
    expect(mock.handle({ ...deletion, method: 'PATCH', target: '/v2/nothing' }).status).toBe(404);
    expect(mock.handle({ ...deletion, method: 'GET' }).status).toBe(503);
  });

  it('is told by no header where the sandbox sends none of its own', () => {
    const mock = createMock([contract], { ruleHeader: false });
    mock.faults.once('*', { status: 429 });
    expect(Object.keys(mock.handle(deletion).headers)).toEqual(['Content-Type']);
  });
});

describe('the rows for too many calls and for a broken provider', () => {
  it.each(['huawei-mpc', 'huawei-modelarts', 'naver-nclue', 'twelvelabs'])('can be reached in %s', async (name) => {
    const mock = createMock([await loadContract(name)]);
    const [operation] = mock.providers()[0]?.operations ?? [];
    const target = (operation?.path ?? '').replaceAll(/\{[^}]+\}/g, 'x');
    for (const [status, row] of [
      [429, 'throttled'],
      [500, 'internal'],
    ] as const) {
      mock.faults.once(`${name}/${operation?.id}`, { status, retryAfter: 3 });
      const answer = mock.handle({ method: operation?.method ?? '', target, headers: {} });
      expect(answer).toMatchObject({ status, headers: { 'x-tombstone-rule': expect.stringMatching(row) } });
      expect(answer.headers['Retry-After']).toBe('3');
      expect(JSON.parse(String(answer.body))).toBeTypeOf('object');
    }
  });
});
