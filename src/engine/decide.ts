import type { View, Write } from '../store/store.js';
import type { Contract, LinkedOperation, LinkedRow, ReplyParts } from './contract.js';
import { enterState } from './enterState.js';
import type { InputView } from './functions.js';
import { names } from './related.js';
import type { Scope, Surroundings } from './scope.js';
import { openTransaction } from './transaction.js';

/** What an operation does with a request: the row that decided, the answer, and the writes to commit. */
export interface Decision {
  readonly row: LinkedRow;
  readonly reply: ReplyParts;
  readonly writes: readonly Write[];
}

/** Everything a decision depends on. */
export interface DecisionInput {
  readonly contract: Contract;
  readonly operation: LinkedOperation;
  readonly input: InputView;
  readonly partition: string;
  readonly view: View;
  readonly surroundings: Surroundings;
}

/** Decides one valid request: finds the record, takes the first row that holds, runs its effects, shapes the answer. Pure. */
export function decide(given: DecisionInput): Decision {
  const scope = openScope(given);
  scope.record = findOwn(scope);
  const row = firstRow(given.operation.rowsFor(scope.record), scope);
  if (!row)
    throw new Error(
      `no row of ${given.contract.id}/${given.operation.id} holds; lint proves tables total, so the contract was not linted`,
    );
  const read = scope.record;
  row.list?.(scope);
  for (const act of row.acts) act(scope);
  scope.hidden = row.hides?.(scope);
  const reply = row.reply(scope);
  if (read && given.operation.counts && row.acts.length === 0) countRead(scope);
  return { row, reply, writes: scope.transaction.writes };
}

function firstRow(rows: readonly LinkedRow[], scope: Scope): LinkedRow | undefined {
  for (const row of rows) if (row.holds(scope)) return row;
  return undefined;
}

/** A scope for a request that has reached its operation. */
export function openScope({ contract, operation, input, partition, view, surroundings }: DecisionInput): Scope {
  return {
    contract,
    operation,
    resource: operation.resource,
    partition,
    input,
    surroundings,
    transaction: openTransaction(view),
    record: undefined,
    made: undefined,
    list: undefined,
    hidden: undefined,
    failure: undefined,
    flows: true,
  };
}

/** The record the key names; one that belongs to another parent than the path says counts as absent. */
function findOwn(scope: Scope): Scope['record'] {
  const { operation, resource, partition, transaction } = scope;
  const key = operation?.key?.(scope);
  if (!resource || (typeof key !== 'string' && typeof key !== 'number')) return undefined;
  const record = transaction.find(resource.name, partition, key);
  if (!record) return undefined;
  if (!operation || operation.bindings.size === 0) return record;
  for (const binding of operation.bindings.values()) {
    if (resource.refs.get(binding.ref.name) === binding.ref && !names(scope, record, binding)) return undefined;
  }
  return record;
}

/** Counts a read where the record's state ends after a number of reads. The read that completes it still shows the old state. */
function countRead(scope: Scope): void {
  const { record, resource } = scope;
  const state = resource?.state;
  if (!state?.endsByReads) return;
  const edge = state && record ? state.flow.get(state.nameOf.get(record.fields[state.field]) ?? '') : undefined;
  if (!record?.flows || !edge || !('reads' in edge)) return;
  const counted = { ...record, reads: record.reads + 1 };
  if (counted.reads < edge.reads) scope.transaction.put(counted);
  else enterState(scope, counted, edge.to);
}
