import type { StoredRecord, View, Write } from '../store/store.js';
import type { Contract } from './contract.js';
import { enterState } from './enterState.js';
import { noInput } from './functions.js';
import type { Scope, Surroundings } from './scope.js';
import { openTransaction, type Transaction } from './transaction.js';

/** Moves a record into a state outside any request: because it came due, or because control said so. Pure. */
export function transition(
  contract: Contract,
  record: StoredRecord,
  state: string,
  view: View,
  surroundings: Surroundings,
): readonly Write[] {
  const scope = recordScope(contract, record, openTransaction(view), surroundings);
  enterState(scope, record, state);
  return scope.transaction.writes;
}

/** A scope without a request, about one record or about none yet. */
export function recordScope(
  contract: Contract,
  record: Pick<StoredRecord, 'resource' | 'partition' | 'flows'>,
  transaction: Transaction,
  surroundings: Surroundings,
): Scope {
  return {
    contract,
    operation: undefined,
    resource: contract.resources.get(record.resource),
    partition: record.partition,
    input: noInput,
    surroundings,
    transaction,
    record: undefined,
    made: undefined,
    list: undefined,
    hidden: undefined,
    failure: undefined,
    flows: record.flows,
  };
}
