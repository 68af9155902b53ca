import type { StoredRecord } from '../store/store.js';

/**
 * How a record lies in an `@mswjs/data` database. The library has one id space for each model, knows no order, drops
 * fields that a model does not declare and merges objects when it updates; so an entity has a key made of partition and
 * id, its place in the order, the fields worth querying, and the whole record as one object that is never merged.
 */
export const layout = {
  key: '$key',
  partition: '$partition',
  order: '$order',
  record: '$record',
} as const;

/** An entity as the library hands it out. */
export type Entity = Readonly<Record<string, unknown>>;

/** The synthetic key: never empty, which the library would refuse, and never the same for two records of a model. */
export function entityKey(partition: string, key: string | number): string {
  return JSON.stringify([partition, String(key)]);
}

/** The property an indexed field is looked up by: a text, so that 7 and '7' are one. */
export function indexProperty(field: string): string {
  return `$by ${field}`;
}

/** How a value is written in an index; only texts and numbers are looked up by. */
export function indexText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** The record that an entity holds. */
export function recordOf(entity: Entity): StoredRecord {
  return entity[layout.record] as StoredRecord;
}
