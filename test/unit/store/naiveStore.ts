import type { Store, StoredRecord, StoreShape } from '../../../src/store/store.js';

/** The store's contract in its plainest form: an array that is searched. What other stores are compared with. */
export function createNaiveStore(shape: StoreShape): Store {
  let records: StoredRecord[] = [];
  let counters = new Map<string, number>();
  let order = 0;

  const at = (resource: string, partition: string, key: string | number) => (record: StoredRecord) =>
    record.resource === resource && record.partition === partition && String(record.key) === String(key);
  const lookedUp = (value: unknown) => typeof value === 'string' || typeof value === 'number';
  const inOrder = (found: readonly StoredRecord[]) => found.toSorted((a, b) => a.order - b.order);
  const all: Store['all'] = (resource, partition) =>
    inOrder(records.filter((record) => record.resource === resource && record.partition === partition));

  return {
    find: (resource, partition, key) => records.find(at(resource, partition, key)),
    having: (resource, partition, field, value) =>
      all(resource, partition).filter(
        ({ fields }) => lookedUp(value) && lookedUp(fields[field]) && String(fields[field]) === String(value),
      ),
    all,
    counter: (name) => counters.get(name) ?? 0,
    commit(writes) {
      for (const write of writes) {
        if (write.do === 'count' && write.value === 0) counters.delete(write.counter);
        else if (write.do === 'count') counters.set(write.counter, write.value);
        if (write.do === 'remove') {
          const gone = at(write.resource, write.partition, write.key);
          records = records.filter((record) => !gone(record));
        }
        if (write.do === 'put') {
          const same = at(write.record.resource, write.record.partition, write.record.key);
          const old = records.find(same);
          if (!old) order += 1;
          records = [...records.filter((record) => !same(record)), { ...write.record, order: old?.order ?? order }];
        }
      }
    },
    everything: () =>
      Object.keys(shape).flatMap((resource) => inOrder(records.filter((record) => record.resource === resource))),
    counters: () => Object.fromEntries(counters),
    clear() {
      records = [];
      counters = new Map();
      order = 0;
    },
  };
}
