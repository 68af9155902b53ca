import { loadContract } from '../../../../src/contract/loadContract.js';
import { createMock } from '../../../../src/mock/createMock.js';
import type { Mock, MockOptions, RecordFields } from '../../../../src/mock/mock.js';

/** The parcels contract: waiting turns to moving after a second, moving to done after three reads. */
export const contract = await loadContract('test/fixtures/contracts/parcels');
export const start = Date.UTC(2026, 0, 1);
export const depot = '1f0c7a52-54a5-4b47-9a3e-0d2c54a4f001';
export const other = '1f0c7a52-54a5-4b47-9a3e-0d2c54a4f002';
export const parcel = (digit: number) => `7d1e4c3a-0000-4000-8000-00000000000${digit}`;

/** Parcels in a sandbox whose clock starts on New Year's Day, without credentials. */
export function parcelMock(options: MockOptions = {}): Mock {
  return createMock([contract], { auth: 'off', start, wallTime: () => start, ...options });
}

/** Status and body of an answer. */
export function ask(mock: Mock, method: string, path: string, body?: unknown): { status: number; body: RecordFields } {
  const text = body === undefined ? {} : { body: new TextEncoder().encode(JSON.stringify(body)) };
  const headers = { host: 'localhost', 'content-type': 'application/json' };
  const answer = mock.handle({ method, target: `/v2${path}`, headers, ...text });
  return { status: answer.status, body: answer.body === undefined ? {} : JSON.parse(String(answer.body)) };
}

/** Hands in a parcel; gives its id. */
export function handIn(mock: Mock, fields: RecordFields = {}): string {
  return String(ask(mock, 'POST', '/parcels', { depot_id: depot, weight: 1, ...fields }).body['id']);
}

/** A parcel's status, looked up beside the provider's API: that is no read. */
export function statusOf(mock: Mock, key: string): unknown {
  return mock.records.get({ provider: 'parcels', resource: 'parcel', key })?.['status'];
}
