import { type Chain, createChain, join, type Link, leave } from './chain.js';
import { createPlaceMap, type PlaceMap, placeEmptied, placeFor, placeTaken } from './placeMap.js';
import type { Draft, StoredRecord } from './store.js';

/** The records of one resource in one partition. */
export interface PartitionTable {
  readonly slots: PlaceMap<Slot>;
  readonly all: Chain<Slot>;
  readonly indexes: readonly Index[];
}

/** Where a record stands; empty between a record's removal and the next one with its key. */
interface Slot {
  record: StoredRecord | undefined;
  place: Link<Slot> | undefined;
  /** Its place in each index of the table, in their order. */
  readonly entries: (Link<Slot> | undefined)[];
}

interface Index {
  readonly field: string;
  readonly chains: PlaceMap<Chain<Slot>>;
}

export function createPartitionTable(fields: readonly string[]): PartitionTable {
  return {
    slots: createPlaceMap(),
    all: createChain(),
    indexes: fields.map((field) => ({ field, chains: createPlaceMap() })),
  };
}

export function findRecord(table: PartitionTable, key: string | number): StoredRecord | undefined {
  return table.slots.places.get(String(key))?.record;
}

export function allRecords(table: PartitionTable): readonly StoredRecord[] {
  return recordsOf(table.all);
}

/** The records whose `field`, one of the indexed, has that value. */
export function recordsHaving(table: PartitionTable, field: string, value: unknown): readonly StoredRecord[] {
  const index = table.indexes.find((known) => known.field === field);
  const name = indexName(value);
  const chain = name === undefined ? undefined : index?.chains.places.get(name);
  return chain ? recordsOf(chain) : [];
}

/** Makes the record, or replaces the one with its key, which keeps its order. */
export function putRecord(table: PartitionTable, draft: Draft, nextOrder: () => number): void {
  const slot = placeFor(table.slots, String(draft.key), () => createSlot(table.indexes.length));
  const old = slot.record;
  const record = stored(draft, old?.order ?? nextOrder());
  slot.record = record;
  if (!old) {
    placeTaken(table.slots);
    slot.place = join(table.all, slot, record.order);
  }
  reindexAll(table, slot, old, record);
}

/** Takes the record out; nothing happens where there is none. */
export function removeRecord(table: PartitionTable, key: string | number): void {
  const slot = table.slots.places.get(String(key));
  if (!slot?.record) return;
  const old = slot.record;
  slot.record = undefined;
  if (slot.place) leave(slot.place);
  slot.place = undefined;
  reindexAll(table, slot, old, undefined);
  placeEmptied(table.slots, isEmptySlot);
}

function reindexAll(
  { indexes }: PartitionTable,
  slot: Slot,
  old: StoredRecord | undefined,
  record: StoredRecord | undefined,
): void {
  for (let at = 0; at < indexes.length; at += 1) {
    const index = indexes[at];
    if (index) reindex(index, slot, at, old, record);
  }
}

function reindex(
  index: Index,
  slot: Slot,
  at: number,
  old: StoredRecord | undefined,
  record: StoredRecord | undefined,
): void {
  const before = old && indexName(ownField(old, index.field));
  const after = record && indexName(ownField(record, index.field));
  if (before === after) return;
  const entry = slot.entries[at];
  if (entry) {
    leave(entry);
    if (entry.chain.size === 0) placeEmptied(index.chains, isEmptyChain);
  }
  slot.entries[at] = record && after !== undefined ? enter(index, after, slot, record.order) : undefined;
}

function enter(index: Index, name: string, slot: Slot, order: number): Link<Slot> {
  const chain = placeFor(index.chains, name, createChain<Slot>);
  if (chain.size === 0) placeTaken(index.chains);
  return join(chain, slot, order);
}

/** How a value is written in an index: as text, so that 7 and '7' are one. Only texts and numbers are looked up by. */
function indexName(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function ownField(record: StoredRecord, field: string): unknown {
  return Object.hasOwn(record.fields, field) ? record.fields[field] : undefined;
}

function recordsOf(chain: Chain<Slot>): readonly StoredRecord[] {
  const records: StoredRecord[] = [];
  for (let link = chain.first; link; link = link.after) {
    if (link.item.record) records.push(link.item.record);
  }
  return records;
}

// Written out rather than spread: every stored record has the same shape, whatever the caller's object had.
function stored({ resource, partition, key, fields, flows, reads, since }: Draft, order: number): StoredRecord {
  return { resource, partition, key, fields, flows, reads, since, order };
}

// An array that grows to its length would reserve room for seventeen entries per record.
function createSlot(indexes: number): Slot {
  return { record: undefined, place: undefined, entries: new Array<undefined>(indexes).fill(undefined) };
}

function isEmptySlot(slot: Slot): boolean {
  return slot.record === undefined;
}

function isEmptyChain(chain: Chain<Slot>): boolean {
  return chain.size === 0;
}
