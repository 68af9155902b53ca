import { expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/loadContract.js';
import type { LoadedContract } from '../../../src/engine/loadedContract.js';
import { createMock } from '../../../src/mock/createMock.js';
import type { Mock } from '../../../src/mock/mock.js';

const provider = 'parcels';
const contract = await loadContract('test/fixtures/contracts/parcels');
/** Records without keys, which are made up, and with them. */
const fixtures = { [provider]: { depot: [{ depot_id: 7 }], parcel: [{ depot_id: 7 }, { depot_id: 7, note: 'mine' }] } };

const begun = (mock: Mock) => mock.exportState().providers[provider];
const makeOne = (mock: Mock) => mock.records.create(provider, 'parcel', { depot_id: 7 });

test('begun again, a sandbox holds what it began with, keys that were made up included', () => {
  const mock = createMock([contract], { fixtures });
  const first = begun(mock);
  expect(first?.records['parcel']).toHaveLength(2);
  for (let time = 0; time < 3; time += 1) {
    makeOne(mock);
    for (const { id } of first?.records['parcel'] ?? [])
      mock.records.remove({ provider, resource: 'parcel', key: String(id) });
    mock.reset();
    expect(begun(mock)).toEqual(first);
  }
});

test('and goes on as it did the first time', () => {
  const mock = createMock([contract], { fixtures, seed: 5 });
  const first = [makeOne(mock), makeOne(mock)];
  mock.reset();
  expect([makeOne(mock), makeOne(mock)]).toEqual(first);
});

test('a contract that was put in place of another begins with its own records', () => {
  const mock = createMock([contract]);
  const before = begun(mock);
  const changed: LoadedContract = {
    ...contract,
    compiled: { ...contract.compiled, fixtures: { depot: [{ depot_id: 99 }] } },
  };
  mock.replaceContract(changed);
  mock.reset();
  expect(begun(mock)).not.toEqual(before);
  expect(begun(mock)?.records['depot']).toMatchObject([{ depot_id: 99 }]);
  expect(begun(mock)?.records['parcel']).toEqual([]);
});
