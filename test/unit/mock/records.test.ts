import { describe, expect, it } from 'vitest';
import { loadContract } from '../../../src/contract/loadContract.js';
import { createMock } from '../../../src/mock/createMock.js';
import { ask, depot, parcel, parcelMock } from './support/parcels.js';

const provider = 'parcels';
const address = (key: string) => ({ provider, resource: 'parcel', key });

describe('a record put by control', () => {
  it('is filled in: times, first state, own values, what it copies', () => {
    const mock = parcelMock();
    expect(mock.records.put(address('new'), { depot_id: depot })).toEqual({
      id: 'new',
      created_at: '2026-01-01T00:00:00Z',
      updated_at: '2026-01-01T00:00:00Z',
      depot_id: depot,
      depot_name: 'North',
      status: 'waiting',
      done_at: null,
      note: null,
    });
  });

  it('has what it is given, also where that contradicts everything else', () => {
    const mock = parcelMock();
    const given = { status: 'done', depot_id: 'nowhere', depot_name: 'Elsewhere', created_at: 'never', extra: [1] };
    expect(mock.records.put(address('new'), given)).toMatchObject(given);
  });

  it('goes by its key, not by the one in its fields', () => {
    const mock = parcelMock();
    expect(mock.records.put(address('new'), { id: 'other' })).toMatchObject({ id: 'new' });
  });

  it('runs no entry effects unless it is asked to', () => {
    const mock = parcelMock();
    expect(mock.records.put(address('a'), { status: 'done' })).toMatchObject({ done_at: null });
    const entered = mock.records.put(address('b'), { status: 'done' }, { enter: true });
    expect(entered).toMatchObject({ done_at: '2026-01-01T00:00:00Z' });
  });
});

describe('a record changed by control', () => {
  it('keeps its other fields, and says when it was changed', () => {
    const mock = parcelMock();
    mock.clock.advance('1h');
    const before = mock.records.get(address(parcel(1)));
    const changed = mock.records.patch(address(parcel(1)), { note: 'x' });
    expect(changed).toEqual({ ...before, note: 'x', updated_at: '2026-01-01T01:00:00Z' });
  });

  it('keeps its key', () => {
    const mock = parcelMock();
    expect(() => mock.records.patch(address(parcel(1)), { id: 'other' })).toThrow(/keeps its key.*\[bad-fixture\]/);
    expect(mock.records.patch(address(parcel(1)), { id: parcel(1) })).toMatchObject({ id: parcel(1) });
  });

  it('has to be there', () => {
    const mock = parcelMock();
    expect(mock.records.patch(address('none'), { note: 'x' })).toBeUndefined();
    expect(mock.records.remove(address('none'))).toBe(false);
    expect(mock.records.get(address('none'))).toBeUndefined();
  });
});

it.each<[string, () => unknown, string]>([
  ['provider', () => parcelMock().records.all('parcel', 'parcel'), 'Did you mean "parcels"?'],
  ['resource', () => parcelMock().records.all('parcels', 'depots'), 'Did you mean "depot"?'],
  [
    'state',
    () => parcelMock().records.put(address('a'), { status: 1 }),
    'no status 1. Known: waiting, moving, done, lost',
  ],
  ['switch', () => parcelMock().switches.set('parcels', { lost: 'keep' }), 'Known: unknownParcel, lostParcels'],
  ['fixture', () => parcelMock({ fixtures: { parcel: {} } }), 'no provider "parcel"'],
  ['setting', () => parcelMock({ switches: { parcels: { lostParcels: 'burn' } } }), 'Known: keep, delete'],
])('an unknown %s is refused with the known ones', (_, act, message) => {
  expect(act).toThrow(message);
});

it('sees its own partition and no other', async () => {
  const mpc = await loadContract('huawei-mpc');
  const mock = createMock([mpc], { auth: 'any', fixtures: { 'huawei-mpc': {} } });
  const at = (key: number, partition?: string) => ({
    provider: 'huawei-mpc',
    resource: 'transcodingTask',
    key,
    ...(partition ? { partition } : {}),
  });
  mock.records.put(at(1, 'a'), { status: 'FAILED' });
  mock.records.put(at(1, 'b'), { status: 'WAITING' });
  mock.records.put(at(2), { status: 'FAILED', project_id: 'b' });
  const remove = (project: string, id: number) =>
    mock.handle({
      method: 'DELETE',
      target: `/v1/${project}/transcodings/task?task_id=${id}`,
      headers: { 'x-auth-token': 'any' },
    }).status;
  expect([remove('c', 1), remove('b', 1), remove('a', 1), remove('a', 2), remove('b', 2)]).toEqual([
    400, 400, 204, 400, 204,
  ]);
  const all = (partition?: string) => mock.records.all('huawei-mpc', 'transcodingTask', partition);
  expect(all('a')).toEqual([]);
  expect(all('b')).toMatchObject([{ task_id: 1, project_id: 'b' }]);
  expect(all(), 'the default project').toEqual([]);
  expect(() => mock.records.get({ ...at(1), key: 'one' })).toThrow('The key of transcodingTask is an integer');
});

it('is not reached by a key that is only alike', () => {
  const mock = parcelMock();
  mock.records.put({ provider, resource: 'depot', key: 'constructor' }, { name: 'x' });
  expect(mock.records.get({ provider, resource: 'depot', key: '__proto__' })).toBeUndefined();
  expect(mock.records.get({ provider, resource: 'depot', key: 'constructor' })).toMatchObject({ name: 'x' });
  expect(ask(mock, 'GET', '/depots/constructor').status).toBe(400);
});
