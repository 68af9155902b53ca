import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openTransaction, type Transaction } from '../../../src/engine/transaction.js';
import type { Store, View } from '../../../src/store/store.js';
import { draft, storeOf } from './support/parcelScope.js';

const key = fc.constantFrom<string | number>('a', 'b', 'c', 1, '1');
const partition = fc.constantFrom('', 'p');
const depot = fc.constantFrom<unknown>('d1', 'd2', 7, '7', null, undefined, true);
const parcel = fc.tuple(key, depot, partition).map(([id, depot_id, at]) => draft('parcel', id, { depot_id }, at));
type Change = (transaction: Transaction) => void;
const change: fc.Arbitrary<Change> = fc.oneof(
  parcel.map(
    (record): Change =>
      (transaction) =>
        transaction.put(record),
  ),
  parcel.map(
    (record): Change =>
      (transaction) =>
        transaction.remove(record),
  ),
  fc.nat(3).map(
    (from): Change =>
      (transaction) =>
        transaction.next('counter', from + 1),
  ),
);

function filled(records: readonly ReturnType<typeof draft>[]): Store {
  return storeOf(...records);
}

/** Every answer a decision may ask for; places in the order of creation are only settled when stored. */
function answers(view: View): unknown {
  const plain = ({ order: _, ...record }: { order: number }) => record;
  return ['', 'p'].map((at) => [
    ['a', 'b', 'c', 1, '1'].map((id) => {
      const found = view.find('parcel', at, id);
      return found && plain(found);
    }),
    ['d1', 'd2', 7, '7', null, undefined, true].map((value) => view.having('parcel', at, 'depot_id', value).map(plain)),
    view.all('parcel', at).map(plain),
    view.counter('counter'),
  ]);
}

it('shows during a decision what the store shows after it, and leaves the store alone until then', () => {
  fc.assert(
    fc.property(fc.array(parcel, { maxLength: 6 }), fc.array(change, { maxLength: 8 }), (records, changes) => {
      const store = filled(records);
      const before = answers(store);
      const transaction = openTransaction(store);
      for (const one of changes) one(transaction);
      const during = answers(transaction);
      expect(answers(store)).toEqual(before);
      store.commit(transaction.writes);
      expect(during).toEqual(answers(store));
    }),
    { numRuns: 500 },
  );
});

it('writes a record once, however often it was changed', () => {
  const transaction = openTransaction(storeOf());
  for (const depot_id of ['d1', 'd2', 'd3']) transaction.put(draft('parcel', 'a', { depot_id }));
  expect(transaction.writes).toEqual([{ do: 'put', record: draft('parcel', 'a', { depot_id: 'd3' }) }]);
});
