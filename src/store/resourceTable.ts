import {
  allRecords,
  createPartitionTable,
  emptyPartition,
  type PartitionTable,
  putRecord,
  removeRecord,
} from './partitionTable.js';
import { createPlaceMap, type PlaceMap, placeEmptied, placeFor, placeTaken } from './placeMap.js';
import type { Draft, StoredRecord } from './store.js';

/** The records of one resource, by partition. */
export interface ResourceTable {
  readonly partitions: PlaceMap<PartitionTable>;
  /** The partition asked for last, which nearly always is the one asked for next. */
  recent: PartitionTable | undefined;
}

export function createResourceTable(): ResourceTable {
  return { partitions: createPlaceMap(), recent: undefined };
}

/** The records of one partition; none where it never had any. */
export function partitionNamed(resource: ResourceTable, name: string): PartitionTable | undefined {
  if (resource.recent?.name === name) return resource.recent;
  const table = resource.partitions.places.get(name);
  if (table) resource.recent = table;
  return table;
}

export function putIntoResource(resource: ResourceTable, draft: Draft, nextOrder: () => number): void {
  const table = partitionNamed(resource, draft.partition) ?? addPartition(resource, draft.partition);
  if (isEmpty(table)) placeTaken(resource.partitions);
  putRecord(table, draft, nextOrder);
}

// Apart from where records are put: a function made there would be made for each of them.
function addPartition(resource: ResourceTable, name: string): PartitionTable {
  const { partitions } = resource;
  // It is empty if it is thrown out now, and must not be found any more.
  resource.recent = undefined;
  return placeFor(partitions, name, () => createPartitionTable(name), isEmpty);
}

export function removeFromResource(resource: ResourceTable, partition: string, key: string | number): void {
  const table = partitionNamed(resource, partition);
  if (!table || isEmpty(table)) return;
  removeRecord(table, key);
  if (isEmpty(table)) placeEmptied(resource.partitions);
}

/** The records of all partitions, in order of creation. */
export function recordsOfResource({ partitions }: ResourceTable): readonly StoredRecord[] {
  const [first, ...others] = [...partitions.places.values()].filter((table) => !isEmpty(table));
  if (!first) return [];
  // Most resources lie in one partition, which is in order, and each list of a million records is felt.
  if (others.length === 0) return allRecords(first);
  return [first, ...others].flatMap(allRecords).sort((a, b) => a.order - b.order);
}

/** Takes every record out. The places of what there was stay, to be used again. */
export function emptyResource({ partitions }: ResourceTable): void {
  for (const table of partitions.places.values()) emptyPartition(table);
  partitions.taken = 0;
}

function isEmpty(table: PartitionTable): boolean {
  return table.first === undefined;
}
