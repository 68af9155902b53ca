import { join, leave } from './chain.js';
import { createPlaceMap, type PlaceMap, placeEmptied, placeTaken, prune } from './placeMap.js';
import { type Entry, entryAt, isOlderEntry, type Slot } from './slot.js';
import type { StoredRecord } from './store.js';

/** The records of a partition by the value of one field. */
export interface FieldIndex {
  readonly field: string;
  /** Which index of its table it is. */
  readonly at: number;
  /** By value, the first record that has it. */
  readonly values: PlaceMap<Entry | undefined>;
}

export function createFieldIndex(field: string, at: number): FieldIndex {
  return { field, at, values: createPlaceMap() };
}

/** The place of the first record that has the value. */
export function firstHaving({ values }: FieldIndex, value: unknown): Entry | undefined {
  const name = indexName(value);
  return name === undefined ? undefined : values.places.get(name);
}

/** Moves a slot from where its old record stood to where its new one does. */
export function reindex(
  index: FieldIndex,
  slot: Slot,
  old: StoredRecord | undefined,
  record: StoredRecord | undefined,
): void {
  const before = old && indexName(ownField(old, index.field));
  const after = record && indexName(ownField(record, index.field));
  if (before === after) return;
  if (before !== undefined) leaveValue(index, before, slot);
  if (after !== undefined) joinValue(index, after, slot);
}

function joinValue({ at, values }: FieldIndex, name: string, slot: Slot): void {
  const first = values.places.get(name);
  if (first === undefined && !values.places.has(name)) prune(values, isEmptyPlace);
  const now = join(first, entryAt(slot, at), isOlderEntry);
  if (now !== first) values.places.set(name, now);
  if (first === undefined) placeTaken(values);
}

function leaveValue({ at, values }: FieldIndex, name: string, slot: Slot): void {
  const first = values.places.get(name);
  if (first === undefined) return;
  const now = leave(first, entryAt(slot, at));
  if (now !== first) values.places.set(name, now);
  if (now === undefined) placeEmptied(values);
}

/** Forgets where records stood; the slots are emptied by their table. */
export function emptyIndex({ values }: FieldIndex): void {
  for (const name of values.places.keys()) values.places.set(name, undefined);
  values.taken = 0;
}

function isEmptyPlace(place: Entry | undefined): boolean {
  return place === undefined;
}

/** How a value is written in an index: as text, so that 7 and '7' are one. Only texts and numbers are looked up by. */
function indexName(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function ownField(record: StoredRecord, field: string): unknown {
  return Object.hasOwn(record.fields, field) ? record.fields[field] : undefined;
}
