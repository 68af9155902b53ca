import type { Draft } from '../store/store.js';
import type { LinkedResource, LinkedRow } from './contract.js';

/** The rows that the record's state leaves, or its absence, in the order of the table. */
export type RowsFor = (record: Draft | undefined) => readonly LinkedRow[];

/** Sorts the rows of a table by the states they are about: most tables say something else for each, and ask for more after. */
export function rowsByState(rows: readonly LinkedRow[], resource: LinkedResource | undefined): RowsFor {
  const whenAbsent = rows.filter(({ state }) => state.absent);
  // A value that is no state, or a resource without any.
  const whenPresent = rows.filter(({ state }) => state.present(undefined));
  const state = resource?.state;
  if (!state) return (record) => (record ? whenPresent : whenAbsent);

  const { field, nameOf } = state;
  const byValue = new Map([...nameOf.keys()].map((wire) => [wire, rows.filter((row) => row.state.present(wire))]));
  return (record) => (record ? (byValue.get(record.fields[field]) ?? whenPresent) : whenAbsent);
}
