import { didYouMean, TombstoneError } from '../errors.js';
import { allRecords, findRecord, recordsHaving } from './partitionTable.js';
import {
  createResourceTable,
  emptyResource,
  partitionNamed,
  putIntoResource,
  type ResourceTable,
  recordsOfResource,
  removeFromResource,
} from './resourceTable.js';
import { setCounter } from './setCounter.js';
import type { Store, StoreShape, Write } from './store.js';

/**
 * A store in memory. Finding a record by its key or by an indexed field costs the same with a hundred records and with a
 * million; so do making, replacing and removing one. The first look by a field reads every record once.
 *
 * `having` throws `not-indexed` for a field that `shape` does not name: it would have to read every record.
 */
export function createMemoryStore(shape: StoreShape): Store {
  const resources = new Map(Object.keys(shape).map((resource) => [resource, createResourceTable()]));
  let counters = new Map<string, number>();
  let lastOrder = 0;

  const nextOrder = () => {
    lastOrder += 1;
    return lastOrder;
  };
  const tableOf = (resource: string, partition: string) => {
    const table = resources.get(resource);
    return table && partitionNamed(table, partition);
  };

  const apply = (write: Write) => {
    if (write.do === 'put') putIntoResource(resourceTable(resources, write.record.resource), write.record, nextOrder);
    else if (write.do === 'remove')
      removeFromResource(resourceTable(resources, write.resource), write.partition, write.key);
    else setCounter(counters, write);
  };

  return {
    find(resource, partition, key) {
      const table = tableOf(resource, partition);
      return table && findRecord(table, key);
    },
    having(resource, partition, field, value) {
      const indexes = (Object.hasOwn(shape, resource) && shape[resource]?.indexes) || [];
      if (!indexes.includes(field)) throw notIndexed(resource, field, indexes);
      const table = tableOf(resource, partition);
      return table ? recordsHaving(table, field, value) : [];
    },
    all(resource, partition) {
      const table = tableOf(resource, partition);
      return table ? allRecords(table) : [];
    },
    counter: (name) => counters.get(name) ?? 0,
    commit(writes) {
      for (const write of writes) apply(write);
    },
    everything: () => [...resources.values()].flatMap(recordsOfResource),
    counters: () => Object.fromEntries(counters),
    clear() {
      // Who empties a store nearly always puts the same records back; they find their places, and leave no garbage.
      for (const table of resources.values()) emptyResource(table);
      counters = new Map();
      lastOrder = 0;
    },
  };
}

/** A resource that nothing is looked up in may be missing from the shape. */
function resourceTable(resources: Map<string, ResourceTable>, resource: string): ResourceTable {
  const known = resources.get(resource);
  if (known) return known;
  const made = createResourceTable();
  resources.set(resource, made);
  return made;
}

function notIndexed(resource: string, field: string, indexes: readonly string[]): TombstoneError {
  const known = indexes.length === 0 ? 'none' : indexes.join(', ');
  return new TombstoneError(
    'not-indexed',
    `The store cannot look up "${resource}" by "${field}" without reading every record. Indexed fields: ${known}. Name the field in the store's shape.${didYouMean(field, indexes)}`,
  );
}
