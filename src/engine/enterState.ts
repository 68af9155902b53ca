import type { Draft } from '../store/store.js';
import { stamp } from './create.js';
import type { Scope } from './scope.js';

/**
 * Moves a record into a state and runs the first of the state's entry rows that holds.
 * Returns the record as it is afterwards.
 */
export function enterState(scope: Scope, record: Draft, name: string, { first = false } = {}): Draft {
  const resource = scope.contract.resources.get(record.resource);
  const state = resource?.state;
  if (!resource || !state) return record;
  const fields: Record<string, unknown> = { ...record.fields, [state.field]: state.wireOf.get(name) };
  if (!first) stamp(scope, resource, fields, false);
  const entered: Draft = { ...record, fields, reads: 0, since: scope.surroundings.now };
  scope.transaction.put(entered);
  // What the row names with `as` is known to the operation, too.
  scope.made ??= new Map();
  // The row sees the record that enters, not the record of the operation that caused it.
  const within: Scope = { ...scope, operation: undefined, resource, record: entered, flows: record.flows };
  const row = state.enter
    .get(name)?.()
    .find(({ holds }) => holds(within));
  for (const act of row?.acts ?? []) act(within);
  return within.record ?? entered;
}
