import { allRecords, createPartitionTable, type PartitionTable, putRecord, removeRecord } from './partitionTable.js';
import { createPlaceMap, type PlaceMap, placeEmptied, placeFor, placeTaken } from './placeMap.js';
import type { Draft, StoredRecord } from './store.js';

/** The records of one resource, by partition. */
export interface ResourceTable {
  /** The fields records are looked up by. */
  readonly indexes: readonly string[];
  readonly partitions: PlaceMap<PartitionTable>;
}

export function createResourceTable(indexes: readonly string[]): ResourceTable {
  return { indexes, partitions: createPlaceMap() };
}

export function putIntoResource({ indexes, partitions }: ResourceTable, draft: Draft, nextOrder: () => number): void {
  const table = placeFor(partitions, draft.partition, () => createPartitionTable(indexes));
  if (isEmpty(table)) placeTaken(partitions);
  putRecord(table, draft, nextOrder);
}

export function removeFromResource({ partitions }: ResourceTable, partition: string, key: string | number): void {
  const table = partitions.places.get(partition);
  if (!table || isEmpty(table)) return;
  removeRecord(table, key);
  if (isEmpty(table)) placeEmptied(partitions, isEmpty);
}

/** The records of all partitions, in order of creation. */
export function recordsOfResource({ partitions }: ResourceTable): readonly StoredRecord[] {
  return [...partitions.places.values()].flatMap(allRecords).sort((a, b) => a.order - b.order);
}

function isEmpty(table: PartitionTable): boolean {
  return table.all.size === 0;
}
