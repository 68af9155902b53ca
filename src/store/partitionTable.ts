import { following, join, leave } from './chain.js';
import { createFieldIndex, emptyIndex, type FieldIndex, firstHaving, reindex } from './fieldIndex.js';
import { createPlaceMap, type PlaceMap, placeEmptied, placeFor, placeTaken } from './placeMap.js';
import { createSlot, emptySlot, isEmptySlot, isOlderSlot, type Slot } from './slot.js';
import type { Draft, StoredRecord } from './store.js';

/** The records of one resource in one partition. */
export interface PartitionTable {
  readonly name: string;
  readonly slots: PlaceMap<Slot>;
  /** The slot of the oldest record; none where there is no record. */
  first: Slot | undefined;
  /** Those that were asked for so far. Most tests never look by most fields, and every write keeps up every index. */
  readonly indexes: FieldIndex[];
}

export function createPartitionTable(name: string): PartitionTable {
  return { name, slots: createPlaceMap(), first: undefined, indexes: [] };
}

export function findRecord(table: PartitionTable, key: string | number): StoredRecord | undefined {
  return table.slots.places.get(nameOf(key))?.record;
}

/** In order of creation. */
export function allRecords({ first }: PartitionTable): readonly StoredRecord[] {
  const records: StoredRecord[] = [];
  for (let slot = first; slot; slot = following(first, slot)) {
    if (slot.record) records.push(slot.record);
  }
  return records;
}

/** The records whose `field`, one of the indexed, has that value, in order of creation. */
export function recordsHaving(table: PartitionTable, field: string, value: unknown): readonly StoredRecord[] {
  const first = firstHaving(indexOn(table, field), value);
  const records: StoredRecord[] = [];
  for (let entry = first; entry; entry = following(first, entry)) {
    if (entry.slot.record) records.push(entry.slot.record);
  }
  return records;
}

function indexOn(table: PartitionTable, field: string): FieldIndex {
  return table.indexes.find((known) => known.field === field) ?? addIndex(table, field);
}

function addIndex(table: PartitionTable, field: string): FieldIndex {
  const index = createFieldIndex(field, table.indexes.length);
  const { first } = table;
  for (let slot = first; slot; slot = following(first, slot)) reindex(index, slot, undefined, slot.record);
  table.indexes.push(index);
  return index;
}

/** Makes the record, or replaces the one with its key, which keeps its order. */
export function putRecord(table: PartitionTable, draft: Draft, nextOrder: () => number): void {
  const slot = placeFor(table.slots, nameOf(draft.key), createSlot, isEmptySlot);
  const old = slot.record;
  const record = stored(draft, old?.order ?? nextOrder());
  slot.record = record;
  if (!old) {
    placeTaken(table.slots);
    table.first = join(table.first, slot, isOlderSlot);
  }
  for (const index of table.indexes) reindex(index, slot, old, record);
}

/** Takes the record out; nothing happens where there is none. */
export function removeRecord(table: PartitionTable, key: string | number): void {
  const slot = table.slots.places.get(nameOf(key));
  if (!slot?.record || !table.first) return;
  const old = slot.record;
  table.first = leave(table.first, slot);
  for (const index of table.indexes) reindex(index, slot, old, undefined);
  slot.record = undefined;
  placeEmptied(table.slots);
}

/** Takes every record out. Their places stay, to be used again. */
export function emptyPartition(table: PartitionTable): void {
  table.slots.places.forEach(emptySlot);
  table.slots.taken = 0;
  table.first = undefined;
  for (const index of table.indexes) emptyIndex(index);
}

/** The draft with its order; a stored record that is put back where it was is that already. */
function stored(draft: Draft | StoredRecord, order: number): StoredRecord {
  if ('order' in draft && draft.order === order) return draft;
  // Written out rather than spread: every stored record has the same shape, whatever the caller's object had.
  const { resource, partition, key, fields, flows, reads, since } = draft;
  return { resource, partition, key, fields, flows, reads, since, order };
}

/** `100211` and `'100211'` are the same key. */
function nameOf(key: string | number): string {
  return typeof key === 'string' ? key : String(key);
}
