import type { Contract } from '../../engine/contract.js';
import type { StoredRecord } from '../../store/store.js';
import type { DroppedRecord } from './replacedContract.js';

/** The records that another version of their contract has a place for, in order of creation, and the others. */
export function fittingRecords(
  records: readonly StoredRecord[],
  before: Contract,
  after: Contract,
): { readonly kept: readonly StoredRecord[]; readonly dropped: readonly DroppedRecord[] } {
  const kept: StoredRecord[] = [];
  const dropped: DroppedRecord[] = [];
  for (const record of records.toSorted((one, other) => one.order - other.order)) {
    const misfit = misfitOf(record, after);
    const { resource, key, partition } = record;
    // What fitted no better before is as it was.
    if (!misfit || misfit.why === misfitOf(record, before)?.why) kept.push(record);
    else dropped.push({ provider: after.id, resource, key, ...(partition !== '' && { partition }), ...misfit });
  }
  return { kept, dropped };
}

function misfitOf(
  { resource: name, key, partition, fields }: StoredRecord,
  contract: Contract,
): Pick<DroppedRecord, 'why' | 'state'> | undefined {
  const resource = contract.resources.get(name);
  if (!resource) return { why: 'resource' };
  if (String(fields[resource.keyField]) !== String(key) || (typeof key === 'number') !== resource.integerKey)
    return { why: 'key' };
  // In the partition of nobody, or in one where there are none, no request would ever find it.
  if ((partition === '') !== (resource.partition === undefined)) return { why: 'partition' };
  const { state } = resource;
  if (state && !state.nameOf.has(fields[state.field])) return { why: 'state', state: fields[state.field] };
  return undefined;
}
