/** A record's fields, by their names and values on the wire. Never changed in place: a write puts a new object. */
export type Fields = Readonly<Record<string, unknown>>;

/** What a record is besides its fields. */
export interface Draft {
  readonly resource: string;
  readonly partition: string;
  readonly key: string | number;
  readonly fields: Fields;
  /** Does its state change by itself? True for records made through the provider's API. */
  readonly flows: boolean;
  /** Reads by key since it entered its state. */
  readonly reads: number;
  /** When it entered its state, in milliseconds of the sandbox's clock. */
  readonly since: number;
}

/** A record as a store holds it. */
export interface StoredRecord extends Draft {
  /** Place in the order of creation, from 1; a key that is made again gets a new one. */
  readonly order: number;
}

/** What a decision changes, in order. */
export type Write =
  | { readonly do: 'put'; readonly record: Draft }
  | { readonly do: 'remove'; readonly resource: string; readonly partition: string; readonly key: string | number }
  /** The value 0 forgets it. */
  | { readonly do: 'count'; readonly counter: string; readonly value: number };

/** What a decision may read. */
export interface View {
  /** The record with that key; `100211` and `'100211'` are the same key. */
  find(resource: string, partition: string, key: string | number): StoredRecord | undefined;
  /** The records whose indexed `field` has that value, in order of creation. */
  having(resource: string, partition: string, field: string, value: unknown): readonly StoredRecord[];
  /** All records of a partition, in order of creation. */
  all(resource: string, partition: string): readonly StoredRecord[];
  /** A counter's value; 0 where it was never set. */
  counter(name: string): number;
}

/** Which fields of each resource are looked up by value (refs, and fields that `taken` asks about). */
export type StoreShape = Readonly<Record<string, { readonly indexes: readonly string[] }>>;

/** Where a sandbox keeps one provider's records. Synchronous, so that read, decide and write are one turn of the event loop. */
export interface Store extends View {
  commit(writes: readonly Write[]): void;
  /** Every record of every partition, by resource, in order of creation. */
  everything(): readonly StoredRecord[];
  counters(): Readonly<Record<string, number>>;
  clear(): void;
}
