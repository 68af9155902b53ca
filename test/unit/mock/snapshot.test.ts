import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadContract } from '../../../src/contract/loadContract.js';
import { createMock } from '../../../src/mock/createMock.js';
import type { Mock, Snapshot } from '../../../src/mock/mock.js';
import { ask, depot, handIn, other, parcel, parcelMock, start, statusOf } from './support/parcels.js';

const mpc = await loadContract('huawei-mpc');
const modelarts = await loadContract('huawei-modelarts');
const copy = (snapshot: Snapshot): Snapshot => JSON.parse(JSON.stringify(snapshot));

type Change = readonly [name: string, (mock: Mock) => void];
const provider = 'parcels';
const numbered = fc.integer({ min: 1, max: 6 });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.constant<Change>(['hand in', (mock) => handIn(mock)]),
  numbered.map((n): Change => [`delete ${n}`, (mock) => ask(mock, 'DELETE', `/parcels/${parcel(n)}`)]),
  fc.constant<Change>(['close depot', (mock) => ask(mock, 'DELETE', `/depots/${depot}?force=true`)]),
  numbered.map(
    (n): Change => [
      `put ${n}`,
      (mock) =>
        mock.records.put({ provider, resource: 'parcel', key: parcel(n) }, { status: 'waiting', depot_id: other }),
    ],
  ),
  numbered.map(
    (n): Change => [
      `put ${n} bare`,
      (mock) => mock.records.put({ provider, resource: 'parcel', key: parcel(n) }, { depot_id: `later-${n}` }),
    ],
  ),
  numbered.map(
    (n): Change => [
      `open later ${n}`,
      (mock) => mock.records.put({ provider, resource: 'depot', key: `later-${n}` }, { name: 'Later' }),
    ],
  ),
  numbered.map((n): Change => [`read ${n}`, (mock) => ask(mock, 'GET', `/parcels/${parcel(n)}`)]),
  fc.constantFrom('1ms', '600ms', '2s').map((by): Change => [`wait ${by}`, (mock) => mock.clock.advance(by)]),
  fc.constant<Change>(['switch', (mock) => mock.switches.set(provider, { lostParcels: 'delete' })]),
);
const story = fc.array(change, { maxLength: 12 });

describe('a snapshot', () => {
  it('put into another sandbox gives the same sandbox', () => {
    fc.assert(
      fc.property(story, (changes) => {
        const mock = parcelMock();
        for (const [, make] of changes) make(mock);
        const twin = parcelMock({ start: 0 });
        twin.importState(copy(mock.exportState()));
        expect(twin.exportState()).toEqual(mock.exportState());
      }),
      { numRuns: 150 },
    );
  });

  it('goes on the same way, too', () => {
    fc.assert(
      fc.property(story, fc.integer({ min: 1, max: 3000 }), (changes, later) => {
        const mock = parcelMock();
        for (const [, make] of changes) make(mock);
        const twin = parcelMock({ start: 0 });
        twin.importState(copy(mock.exportState()));
        for (const one of [mock, twin]) {
          one.clock.advance(later);
          for (const { id } of one.records.all(provider, 'parcel') as { id: string }[])
            ask(one, 'GET', `/parcels/${id}`);
        }
        expect(twin.exportState()).toEqual(mock.exportState());
        expect(ask(twin, 'GET', '/parcels?size=50')).toEqual(ask(mock, 'GET', '/parcels?size=50'));
      }),
      { numRuns: 100 },
    );
  });

  it('brings the counters, so that no id is given twice', () => {
    const create = (mock: Mock) => {
      const body = { output: { bucket: 'b', location: 'l', object: 'o' }, trans_template_id: [1] };
      const target = '/v1/0a1b2c3d4e5f60718293a4b5c6d7e8f9/transcodings';
      const bytes = new TextEncoder().encode(JSON.stringify(body));
      return String(
        mock.handle({ method: 'POST', target, headers: { 'content-type': 'application/json' }, body: bytes }).body,
      );
    };
    const mock = createMock([mpc], { auth: 'off', fixtures: { 'huawei-mpc': {} } });
    const given = [create(mock), create(mock)];
    mock.records.remove({
      provider: 'huawei-mpc',
      resource: 'transcodingTask',
      key: JSON.parse(given[1] ?? '').task_id,
    });
    const twin = createMock([mpc], { auth: 'off' });
    twin.importState(copy(mock.exportState()));
    expect(given).not.toContain(create(twin));
  });

  it('brings the partitions', () => {
    const mock = createMock([mpc, modelarts], { auth: 'off' });
    mock.records.put({ provider: 'huawei-mpc', resource: 'transcodingTask', key: 7, partition: 'elsewhere' }, {});
    const twin = createMock([mpc, modelarts], { auth: 'off', start: 0, pace: 'real', wallTime: () => 0 });
    twin.importState(copy(mock.exportState()));
    expect(twin.exportState()).toEqual(mock.exportState());
  });

  it('replaces everything: what it does not name is empty', () => {
    const mock = parcelMock();
    mock.importState({ format: 1, providers: { parcels: { records: { depot: [{ name: 'Only' }] } } } });
    expect(mock.records.all(provider, 'parcel')).toEqual([]);
    expect(mock.records.all(provider, 'depot')).toMatchObject([{ name: 'Only', id: expect.any(String) }]);
  });
});

const record = (fields: object) => ({ format: 1, providers: { parcels: { records: { parcel: [fields] } } } });
const within = (part: object) => ({ format: 1, providers: { parcels: { records: {}, ...part } } });

it.each<[string, unknown, string]>([
  ['nothing', undefined, 'The snapshot is missing'],
  ['a list', [], 'The snapshot is a list'],
  ['another format', { format: 2, providers: {} }, 'format is 2'],
  ['no providers', { format: 1 }, 'providers is missing'],
  ['an unknown provider', { format: 1, providers: { parcel: {} } }, 'Did you mean "parcels"?'],
  ['an unknown resource', within({ records: { parcels: [] } }), 'Did you mean "parcel"?'],
  ['records that are no list', within({ records: { parcel: {} } }), 'providers.parcels.records.parcel is {}'],
  ['a record that is none', within({ records: { parcel: [null] } }), 'providers.parcels.records.parcel[0] is null'],
  ['an unknown state', record({ status: 'asleep' }), 'has no status "asleep"'],
  ['an unknown switch', within({ switches: { unknownParcels: 'refuse' } }), 'Did you mean "unknownParcel"?'],
  ['an unknown value of a switch', within({ switches: { unknownParcel: 'ignore' } }), 'has no value "ignore"'],
  ['a time that is none', { ...within({}), clock: { now: 'yesterday' } }, 'clock.now is "yesterday"'],
  ['a pace that is none', { ...within({}), clock: { pace: 'slow' } }, 'clock.pace is "slow"'],
  ['a counter that is no number', within({ counters: { x: 'many' } }), 'counters.x is "many"'],
  ['what is besides a record and is no object', record({ _tombstone: true }), '_tombstone: true; expected an object'],
  [
    'a record that flows by a word',
    record({ _tombstone: { flows: 'yes' } }),
    '_tombstone.flows: "yes"; expected true or false',
  ],
  ['a record since no time', record({ _tombstone: { flows: true, since: 'now' } }), '_tombstone.since: "now"'],
  ['a record with half a read', record({ _tombstone: { reads: 0.5 } }), '_tombstone.reads: 0.5'],
  [
    'a record that says where it lies',
    record({ _tombstone: { partition: 'p' } }),
    '_tombstone.partition: "p"; expected one of flows',
  ],
])('with %s is refused, and nothing changes', (_, snapshot, message) => {
  const mock = parcelMock();
  const id = handIn(mock);
  const before = mock.exportState();
  expect(() => mock.importState(snapshot)).toThrow(message);
  expect(mock.exportState()).toEqual(before);
  mock.clock.advance('1s');
  expect(statusOf(mock, id), 'what was planned still happens').toBe('moving');
  expect(mock.clock.now()).toBe(start + 1000);
});
