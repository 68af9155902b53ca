import { didYouMean, TombstoneError } from '../errors.js';
import { setCounter } from '../store/setCounter.js';
import type { Draft, Store, StoredRecord, StoreShape, Write } from '../store/store.js';
import { entityKey, indexProperty, indexText, layout, recordOf } from './dataLayout.js';
import { createDataModel, type DataLibrary, type LibraryModel } from './dataModel.js';

/** A store whose records are an `@mswjs/data` database, and that database. */
export interface DataStore extends Store {
  /** The library's own API of a resource's records; undefined where there is none of that name. */
  model(resource: string): LibraryModel | undefined;
}

/**
 * A store made of an `@mswjs/data` database. A look costs a walk over all records of a resource, as the library has no
 * index; it is meant for the few records of a test.
 *
 * @param queried the fields of each resource that the database can be asked about
 */
export function createDataStore(
  library: DataLibrary,
  shape: StoreShape,
  queried: Readonly<Record<string, readonly string[]>> = {},
): DataStore {
  const declare = (resource: string, indexes: readonly string[]) =>
    createDataModel(library, resource, (Object.hasOwn(queried, resource) && queried[resource]) || [], indexes);
  const models = new Map(
    Object.entries(shape).map(([resource, { indexes }]) => [resource, declare(resource, indexes)] as const),
  );
  const indexesOf = (resource: string) => (Object.hasOwn(shape, resource) && shape[resource]?.indexes) || [];
  let counters = new Map<string, number>();
  let lastOrder = 0;

  const select = (resource: string, where: Readonly<Record<string, string>>): readonly StoredRecord[] => {
    const conditions = Object.entries(where).map(([name, equals]) => [name, { equals }]);
    const found = models.get(resource)?.findMany({ where: Object.fromEntries(conditions) }) ?? [];
    return found.map(recordOf).sort(byOrder);
  };
  const find = (resource: string, partition: string, key: string | number) =>
    select(resource, { [layout.key]: entityKey(partition, key) })[0];
  const remove = (resource: string, partition: string, key: string | number) =>
    models.get(resource)?.delete({ where: { [layout.key]: { equals: entityKey(partition, key) } } });

  const put = (draft: Draft): void => {
    const { resource, partition, key, fields, flows, reads, since } = draft;
    const old = find(resource, partition, key);
    lastOrder += old ? 0 : 1;
    const order = old?.order ?? lastOrder;
    let model = models.get(resource);
    if (!model) {
      model = declare(resource, []);
      models.set(resource, model);
    }
    // Made anew rather than updated: an update merges objects, and what is gone from one would stay.
    if (old) remove(resource, partition, key);
    const record: StoredRecord = { resource, partition, key, fields, flows, reads, since, order };
    model.create(entityOf(record, indexesOf(resource)));
  };
  const apply = (write: Write): void => {
    if (write.do === 'put') put(write.record);
    else if (write.do === 'remove') remove(write.resource, write.partition, write.key);
    else setCounter(counters, write);
  };

  return {
    find,
    having(resource, partition, field, value) {
      const indexes = indexesOf(resource);
      if (!indexes.includes(field)) throw notIndexed(resource, field, indexes);
      const text = indexText(value);
      return text === undefined
        ? []
        : select(resource, { [layout.partition]: partition, [indexProperty(field)]: text });
    },
    all: (resource, partition) => select(resource, { [layout.partition]: partition }),
    counter: (name) => counters.get(name) ?? 0,
    commit(writes) {
      for (const write of writes) apply(write);
    },
    everything: () => [...models.keys()].flatMap((resource) => select(resource, {})),
    counters: () => Object.fromEntries(counters),
    clear() {
      for (const model of models.values()) model.deleteMany({ where: {} });
      counters = new Map();
      lastOrder = 0;
    },
    model: (resource) => models.get(resource),
  };
}

function byOrder(a: StoredRecord, b: StoredRecord): number {
  return a.order - b.order;
}

function entityOf(record: StoredRecord, indexes: readonly string[]): Record<string, unknown> {
  const indexed = indexes.map((field) => [indexProperty(field), indexText(ownField(record, field)) ?? null]);
  return {
    ...record.fields,
    ...Object.fromEntries(indexed),
    [layout.key]: entityKey(record.partition, record.key),
    [layout.partition]: record.partition,
    [layout.order]: record.order,
    [layout.record]: record,
  };
}

function ownField({ fields }: StoredRecord, field: string): unknown {
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}

function notIndexed(resource: string, field: string, indexes: readonly string[]): TombstoneError {
  const message = `"${resource}" is not looked up by "${field}". Indexed fields: ${indexes.join(', ') || 'none'}. Name the field in the store's shape.`;
  return new TombstoneError('not-indexed', message + didYouMean(field, indexes));
}
