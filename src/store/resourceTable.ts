import {
  allRecords,
  createPartitionTable,
  emptyPartition,
  type PartitionTable,
  prunePartition,
  putRecord,
  removeRecord,
} from './partitionTable.js';
import { createPlaceMap, type PlaceMap, placeEmptied, placeFor, placeTaken, prune } from './placeMap.js';
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

/** Takes every record out. The places stay, to be used again, until the table is pruned. */
export function emptyResource({ partitions }: ResourceTable): void {
  for (const table of partitions.places.values()) emptyPartition(table);
  partitions.taken = 0;
}

/** Throws out the places of what is gone. */
export function pruneResource({ partitions }: ResourceTable): void {
  prune(partitions, isEmpty);
  for (const table of partitions.places.values()) prunePartition(table);
}

function isEmpty(table: PartitionTable): boolean {
  return table.first === undefined;
}
