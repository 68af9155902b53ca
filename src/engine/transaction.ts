import type { Draft, StoredRecord, View, Write } from '../store/store.js';

/** A view with the writes of one decision laid over it: later effects see what earlier ones did, the store does not. */
export interface Transaction extends View {
  readonly writes: readonly Write[];
  put(record: Draft): void;
  remove(record: Draft): void;
  /** The next value of a counter: `from` the first time. */
  next(counter: string, from: number): number;
  /** Ends a counter; a next one of that name starts anew. */
  forget(counter: string): void;
}

/** Nothing is stored. */
export const emptyView: View = { find: () => undefined, having: () => [], all: () => [], counter: () => 0 };

/** Opens a transaction over `view`. Nothing is changed until a store commits its `writes`. */
export function openTransaction(view: View): Transaction {
  return new Overlay(view);
}

const noWrites: readonly Write[] = [];

/** A record as the writes leave it; undefined where it was removed. */
interface Pending {
  readonly record: Draft | undefined;
  readonly order: number;
  /** Where its last put stands in `writes`; none after a removal. A record changed twice is written once. */
  readonly put: number | undefined;
}

/** A class, because one is made for each request and most requests write nothing: seven closures would be made for nothing. */
class Overlay implements Transaction {
  readonly #view: View;
  #writes: Write[] | undefined;
  /** By address; made when somebody looks after a write, which few decisions do. */
  #pending: Map<string, Pending> | undefined;
  /** How many of the writes are in `pending`. */
  #noted = 0;
  #counters: Map<string, number> | undefined;

  constructor(view: View) {
    this.#view = view;
  }

  get writes(): readonly Write[] {
    return this.#writes ?? noWrites;
  }

  find(resource: string, partition: string, key: string | number): StoredRecord | undefined {
    const pending = this.#writes && this.#note().get(address(resource, partition, key));
    return pending ? stored(pending) : this.#view.find(resource, partition, key);
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
    return this.#counters?.get(name) ?? this.#view.counter(name);
  }

  put(record: Draft): void {
    this.#writes ??= [];
    const pending = this.#note();
    const at = address(record.resource, record.partition, record.key);
    const earlier = pending.get(at);
    const order = (earlier ?? this.#view.find(record.resource, record.partition, record.key))?.order ?? last;
    // Made again after it was removed, it comes last, as it will in the store.
    if (earlier && !earlier.record) pending.delete(at);
    const put = earlier?.put ?? this.#writes.length;
    this.#writes[put] = { do: 'put', record };
    this.#noted = this.#writes.length;
    pending.set(at, { record, order, put });
  }

  remove({ resource, partition, key }: Draft): void {
    const write: Write = { do: 'remove', resource, partition, key };
    // A list that grows from nothing reserves room for many.
    if (this.#writes) this.#writes.push(write);
    else this.#writes = [write];
  }

  next(counter: string, from: number): number {
    const value = this.counter(counter) || from;
    this.#count(counter, value + 1);
    return value;
  }

  forget(counter: string): void {
    if (this.counter(counter) !== 0) this.#count(counter, 0);
  }

  #count(counter: string, value: number): void {
    this.#counters ??= new Map();
    this.#counters.set(counter, value);
    this.#writes ??= [];
    this.#writes.push({ do: 'count', counter, value });
  }

  /** Brings `pending` up to date. Puts are noted as they are made; removals, which often are the last thing, only here. */
  #note(): Map<string, Pending> {
    this.#pending ??= new Map();
    const writes = this.#writes ?? [];
    for (; this.#noted < writes.length; this.#noted += 1) {
      const write = writes[this.#noted];
      if (write?.do !== 'remove') continue;
      this.#pending.set(address(write.resource, write.partition, write.key), {
        record: undefined,
        order: last,
        put: undefined,
      });
    }
    return this.#pending;
  }

  #merge(
    resource: string,
    partition: string,
    base: readonly StoredRecord[],
    belongs: (record: Draft) => boolean,
  ): readonly StoredRecord[] {
    const pending = this.#writes && this.#note();
    if (!pending || pending.size === 0) return base;
    const prefix = address(resource, partition, '');
    const kept = base.filter((record) => !pending.has(address(resource, partition, record.key)));
    const added = [...pending].flatMap(([at, one]) => {
      const record = at.startsWith(prefix) ? stored(one) : undefined;
      return record && belongs(record) ? [record] : [];
    });
    return [...kept, ...added].sort((a, b) => a.order - b.order);
  }
}

/** The order of a record that the store has not seen yet. */
const last = Number.MAX_SAFE_INTEGER;

function stored({ record, order }: Pending): StoredRecord | undefined {
  return record && { ...record, order };
}

function isIndexed(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

function address(resource: string, partition: string, key: string | number): string {
  return `${resource}\n${partition}\n${key}`;
}
