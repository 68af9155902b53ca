import type { Draft, StoredRecord, View, Write } from '../store/store.js';

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

/** Opens a transaction over `view`. Nothing is changed until a store commits its `writes`. */
export function openTransaction(view: View): Transaction {
  return new Overlay(view);
}

const noWrites: readonly Write[] = [];

/** What has been written so far. */
interface Written {
  readonly writes: Write[];
  /** By address; a record that was removed is undefined. */
  readonly pending: Map<string, StoredRecord | undefined>;
  counters: Map<string, number> | undefined;
  /** Where the last put of a record stands in `writes`: a record changed twice is written once. */
  puts: Map<string, number> | undefined;
}

/** A class, because one is made for each request and most requests write nothing: seven closures would be made for nothing. */
class Overlay implements Transaction {
  readonly #view: View;
  #written: Written | undefined;

  constructor(view: View) {
    this.#view = view;
  }

  get writes(): readonly Write[] {
    return this.#written?.writes ?? noWrites;
  }

  find(resource: string, partition: string, key: string | number): StoredRecord | undefined {
    if (this.#written && this.#written.pending.size > 0) {
      const at = address(resource, partition, key);
      if (this.#written.pending.has(at)) return this.#written.pending.get(at);
    }
    return this.#view.find(resource, partition, key);
  }

  having(resource: string, partition: string, field: string, value: unknown): readonly StoredRecord[] {
    // As an index does: only texts and numbers are looked up by value.
    const same = (record: Draft) =>
      isIndexed(record.fields[field]) && isIndexed(value) && String(record.fields[field]) === String(value);
    return this.#merge(resource, partition, this.#view.having(resource, partition, field, value), same);
  }

  all(resource: string, partition: string): readonly StoredRecord[] {
    return this.#merge(resource, partition, this.#view.all(resource, partition), () => true);
  }

  counter(name: string): number {
    return this.#written?.counters?.get(name) ?? this.#view.counter(name);
  }

  put(record: Draft): void {
    const written = this.#writing();
    const { writes, pending } = written;
    const at = address(record.resource, record.partition, record.key);
    const order = this.find(record.resource, record.partition, record.key)?.order;
    // Made again after it was removed, it comes last, as it will in the store.
    if (order === undefined) pending.delete(at);
    pending.set(at, { ...record, order: order ?? Number.MAX_SAFE_INTEGER });
    written.puts ??= new Map();
    const earlier = written.puts.get(at);
    if (earlier === undefined) written.puts.set(at, writes.push({ do: 'put', record }) - 1);
    else writes[earlier] = { do: 'put', record };
  }

  remove({ resource, partition, key }: Draft): void {
    const { writes, pending, puts } = this.#writing();
    const at = address(resource, partition, key);
    pending.set(at, undefined);
    puts?.delete(at);
    writes.push({ do: 'remove', resource, partition, key });
  }

  next(counter: string, from: number): number {
    const written = this.#writing();
    const value = this.counter(counter) || from;
    written.counters ??= new Map();
    written.counters.set(counter, value + 1);
    written.writes.push({ do: 'count', counter, value: value + 1 });
    return value;
  }

  #writing(): Written {
    this.#written ??= { writes: [], pending: new Map(), counters: undefined, puts: undefined };
    return this.#written;
  }

  #merge(
    resource: string,
    partition: string,
    base: readonly StoredRecord[],
    belongs: (record: Draft) => boolean,
  ): readonly StoredRecord[] {
    const pending = this.#written?.pending;
    if (!pending || pending.size === 0) return base;
    const prefix = address(resource, partition, '');
    const kept = base.filter((record) => !pending.has(address(resource, partition, record.key)));
    const added = [...pending].flatMap(([at, record]) =>
      at.startsWith(prefix) && record && belongs(record) ? [record] : [],
    );
    return [...kept, ...added].sort((a, b) => a.order - b.order);
  }
}

function isIndexed(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

function address(resource: string, partition: string, key: string | number): string {
  return `${resource}\n${partition}\n${key}`;
}
