import type { Draft, View, Write } from '../store/store.js';

/** A view with the writes of one decision laid over it: later effects see what earlier ones did, the store does not. */
export interface Transaction extends View {
  readonly writes: readonly Write[];
  put(record: Draft): void;
  remove(record: Draft): void;
  /** The next value of a counter: `from` the first time. */
  next(counter: string, from: number): number;
}

/** Nothing is stored. */
export const emptyView: View = { find: () => undefined, having: () => [], all: () => [], counter: () => 0 };

type Found = ReturnType<View['find']>;

/** Opens a transaction over `view`. Nothing is changed until a store commits its `writes`. */
export function openTransaction(view: View): Transaction {
  const writes: Write[] = [];
  // Most decisions write once or not at all, so the overlay is made when it is first needed.
  let pending: Map<string, Found> | undefined;
  const counters = new Map<string, number>();
  /** Where the last put of a record stands in `writes`: a record changed twice is written once. */
  const puts = new Map<string, number>();

  const overlay = (): Map<string, Found> => {
    pending ??= new Map();
    return pending;
  };

  const merged = (
    resource: string,
    partition: string,
    base: readonly NonNullable<Found>[],
    belongs: (record: Draft) => boolean,
  ) => {
    if (!pending) return base;
    const prefix = address(resource, partition, '');
    const kept = base.filter((record) => !pending?.has(address(resource, partition, record.key)));
    const added = [...pending].flatMap(([at, record]) =>
      at.startsWith(prefix) && record && belongs(record) ? [record] : [],
    );
    return [...kept, ...added].sort((a, b) => a.order - b.order);
  };

  return {
    writes,
    find(resource, partition, key) {
      const at = pending && address(resource, partition, key);
      return at !== undefined && pending?.has(at) ? pending.get(at) : view.find(resource, partition, key);
    },
    having(resource, partition, field, value) {
      // As an index does: only texts and numbers are looked up by value.
      const same = (record: Draft) =>
        isIndexed(record.fields[field]) && isIndexed(value) && String(record.fields[field]) === String(value);
      return merged(resource, partition, view.having(resource, partition, field, value), same);
    },
    all: (resource, partition) => merged(resource, partition, view.all(resource, partition), () => true),
    counter: (name) => counters.get(name) ?? view.counter(name),
    put(record) {
      const at = address(record.resource, record.partition, record.key);
      const order = this.find(record.resource, record.partition, record.key)?.order;
      // Made again after it was removed, it comes last, as it will in the store.
      if (order === undefined) overlay().delete(at);
      overlay().set(at, { ...record, order: order ?? Number.MAX_SAFE_INTEGER });
      const earlier = puts.get(at);
      if (earlier === undefined) puts.set(at, writes.push({ do: 'put', record }) - 1);
      else writes[earlier] = { do: 'put', record };
    },
    remove({ resource, partition, key }) {
      const at = address(resource, partition, key);
      overlay().set(at, undefined);
      puts.delete(at);
      writes.push({ do: 'remove', resource, partition, key });
    },
    next(counter, from) {
      const value = (counters.get(counter) ?? view.counter(counter)) || from;
      counters.set(counter, value + 1);
      writes.push({ do: 'count', counter, value: value + 1 });
      return value;
    },
  };
}

function isIndexed(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

function address(resource: string, partition: string, key: string | number): string {
  return `${resource}\n${partition}\n${key}`;
}
