import type { Linked } from './chain.js';
import type { StoredRecord } from './store.js';

/** Where a record stands; empty between a record's removal and the next one with its key. */
export interface Slot extends Linked<Slot> {
  record: StoredRecord | undefined;
  /** Its places in the indexes of its table; one is made when its record first has a value there. */
  entries: Entry | undefined;
}

/** A slot's place in one index: in the chain of the records that have the same value. */
export interface Entry extends Linked<Entry> {
  readonly slot: Slot;
  /** Which index of the table. */
  readonly at: number;
  /** The slot's place in another index. */
  readonly next: Entry | undefined;
}

export function createSlot(): Slot {
  return { record: undefined, before: undefined, after: undefined, entries: undefined };
}

/** The slot's place in an index, made where there is none. */
export function entryAt(slot: Slot, at: number): Entry {
  for (let entry = slot.entries; entry; entry = entry.next) {
    if (entry.at === at) return entry;
  }
  slot.entries = { slot, at, before: undefined, after: undefined, next: slot.entries };
  return slot.entries;
}

/** Leaves a slot empty and outside every chain, to be used again. */
export function emptySlot(slot: Slot): void {
  slot.record = undefined;
  slot.before = undefined;
  slot.after = undefined;
  for (let entry = slot.entries; entry; entry = entry.next) {
    entry.before = undefined;
    entry.after = undefined;
  }
}

export function isEmptySlot(slot: Slot): boolean {
  return slot.record === undefined;
}

/** Was one slot's record made before another's? */
export function isOlderSlot(one: Slot, than: Slot): boolean {
  return orderOf(one) < orderOf(than);
}

/** The same, by their places in an index. */
export function isOlderEntry(one: Entry, than: Entry): boolean {
  return isOlderSlot(one.slot, than.slot);
}

function orderOf({ record }: Slot): number {
  return record?.order ?? 0;
}
