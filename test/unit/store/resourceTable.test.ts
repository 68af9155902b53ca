import { describe, expect, it } from 'vitest';
import { allRecords, findRecord, recordsHaving } from '../../../src/store/partitionTable.js';
import { sparePlaces } from '../../../src/store/placeMap.js';
import {
  createResourceTable,
  emptyResource,
  partitionNamed,
  putIntoResource,
  type ResourceTable,
  recordsOfResource,
  removeFromResource,
} from '../../../src/store/resourceTable.js';
import type { Draft } from '../../../src/store/store.js';

function draft(partition: string, key: string, fields: Draft['fields']): Draft {
  return { resource: 'task', partition, key, fields, flows: false, reads: 0, since: 0 };
}

function ordering() {
  let order = 0;
  return () => {
    order += 1;
    return order;
  };
}

/** An index is kept up from the first look by its field on. */
function askForBoth(table: ResourceTable) {
  const main = partitionNamed(table, 'main');
  if (!main) throw new Error('there is nothing to look for yet');
  for (const field of ['name', 'index_id']) recordsHaving(main, field, '');
}

/** A table with one record that stays, after thousands have come and gone, and what it still holds of them. */
function afterChurn(churn: (turn: number) => Draft) {
  const table = createResourceTable();
  const nextOrder = ordering();
  putIntoResource(table, draft('main', 'stays', { name: 'n', index_id: 'i' }), nextOrder);
  askForBoth(table);
  for (let turn = 0; turn < 20_000; turn += 1) {
    const record = churn(turn);
    putIntoResource(table, record, nextOrder);
    removeFromResource(table, record.partition, record.key);
  }
  const main = table.partitions.places.get('main');
  if (!main) throw new Error('the partition of a record that stays is gone');
  return {
    partitions: table.partitions,
    slots: main.slots,
    names: main.indexes[0]?.values,
    groups: main.indexes[1]?.values,
    main,
  };
}

describe("a resource's records, through thousands made and removed", () => {
  it('keeps no more than a few places of keys and values that are gone', () => {
    const { slots, names, groups, main } = afterChurn((turn) =>
      draft('main', `key ${turn}`, { name: `name ${turn}`, index_id: 'i' }),
    );
    for (const map of [slots, names]) {
      expect(map?.taken).toBe(1);
      expect(map?.places.size).toBeLessThanOrEqual(sparePlaces + 2);
    }
    expect(groups?.taken).toBe(1);
    expect(recordsHaving(main, 'index_id', 'i')).toHaveLength(1);
    expect(allRecords(main)).toHaveLength(1);
  });

  it('uses the places of one key and one value again', () => {
    const { slots, names } = afterChurn(() => draft('main', 'fixed', { name: 'fixed' }));
    for (const map of [slots, names]) {
      expect(map?.taken).toBe(1);
      expect(map?.places.size).toBe(2);
    }
  });

  it('keeps no more than a few partitions that have run empty', () => {
    const { partitions } = afterChurn((turn) => draft(`partition ${turn}`, 'a', {}));
    expect(partitions.taken).toBe(1);
    expect(partitions.places.size).toBeLessThanOrEqual(sparePlaces + 2);
  });

  it('does not find a partition again that was thrown out while it was the last one asked for', () => {
    const table = createResourceTable();
    const nextOrder = ordering();
    for (let turn = 0; turn <= sparePlaces; turn += 1) {
      putIntoResource(table, draft(`partition ${turn}`, 'a', {}), nextOrder);
      removeFromResource(table, `partition ${turn}`, 'a');
    }
    putIntoResource(table, draft('new', 'a', {}), nextOrder);
    expect([...table.partitions.places.keys()]).toEqual(['new']);
    putIntoResource(table, draft(`partition ${sparePlaces}`, 'a', {}), nextOrder);
    expect(recordsOfResource(table).map(({ partition }) => partition)).toEqual(['new', `partition ${sparePlaces}`]);
  });

  it('counts a partition once, however many records it holds', () => {
    const table = createResourceTable();
    const nextOrder = ordering();
    for (const key of ['a', 'b', 'c', 'a']) putIntoResource(table, draft('main', key, {}), nextOrder);
    expect(table.partitions.taken).toBe(1);
    for (const key of ['a', 'b', 'b']) removeFromResource(table, 'main', key);
    expect(table.partitions.taken).toBe(1);
    for (const key of ['c', 'c']) removeFromResource(table, 'main', key);
    expect(table.partitions.taken).toBe(0);
  });

  it('keeps no index before somebody asks by its field, and then one of all that is there', () => {
    const table = createResourceTable();
    const nextOrder = ordering();
    for (const key of ['a', 'b', 'c']) putIntoResource(table, draft('main', key, { index_id: 'i' }), nextOrder);
    removeFromResource(table, 'main', 'b');
    const main = partitionNamed(table, 'main');
    expect(main?.indexes).toEqual([]);
    expect(main && recordsHaving(main, 'index_id', 'i').map(({ key }) => key)).toEqual(['a', 'c']);
    putIntoResource(table, draft('main', 'd', { index_id: 'i' }), nextOrder);
    expect(main && recordsHaving(main, 'index_id', 'i').map(({ key }) => key)).toEqual(['a', 'c', 'd']);
    expect(main?.indexes.map(({ field }) => field)).toEqual(['index_id']);
  });

  it('leaves a record at its place in an index while its value there stays the same', () => {
    const table = createResourceTable();
    const nextOrder = ordering();
    putIntoResource(table, draft('main', 'a', { name: 'n', status: 1 }), nextOrder);
    askForBoth(table);
    const main = table.partitions.places.get('main');
    const place = main?.slots.places.get('a')?.entries;
    // To leave and to join would write to it.
    Object.freeze(place);
    putIntoResource(table, draft('main', 'a', { name: 'n', status: 2 }), nextOrder);
    expect(main && findRecord(main, 'a')?.fields).toEqual({ name: 'n', status: 2 });
    expect(() => putIntoResource(table, draft('main', 'a', { name: 'm' }), nextOrder)).toThrow(TypeError);
  });

  it('finds their places again after it was emptied, and throws them out when others come instead', () => {
    const table = createResourceTable();
    const fill = (count: number) => {
      const nextOrder = ordering();
      for (let turn = 0; turn < count; turn += 1)
        putIntoResource(table, draft('main', `key ${turn}`, { name: `name ${turn}` }), nextOrder);
    };
    fill(20_000);
    askForBoth(table);
    const main = table.partitions.places.get('main');
    const place = main?.slots.places.get('key 0');
    emptyResource(table);
    expect(recordsOfResource(table)).toEqual([]);
    fill(2);
    expect(main?.slots.places.get('key 0')).toBe(place);
    expect(recordsOfResource(table).map(({ key }) => key)).toEqual(['key 0', 'key 1']);
    expect(main && recordsHaving(main, 'name', 'name 1')).toHaveLength(1);
    expect(main && recordsHaving(main, 'name', 'name 2')).toEqual([]);
    expect(main?.slots.places.size).toBe(20_000);
    emptyResource(table);
    expect(main?.slots.places.size).toBe(20_000);
    expect(main?.indexes[0]?.values.places.size).toBe(20_000);
    putIntoResource(table, draft('main', 'new', { name: 'new' }), ordering());
    expect(main?.slots.places.size).toBe(1);
    expect(main?.indexes[0]?.values.places.size).toBe(1);
  });
});
