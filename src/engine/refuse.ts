import type { Contract, LinkedFailureRow, LinkedOperation, ReplyParts } from './contract.js';
import { type InputView, noInput } from './functions.js';
import { bareRefusal } from './reply.js';
import type { Failure, Scope, Surroundings } from './scope.js';
import { emptyView, openTransaction } from './transaction.js';

/** A refusal: the failure row that chose it, and the answer. */
export interface Refusal {
  readonly rule: string;
  readonly reply: ReplyParts;
}

/** Answers a failure by the tables of the operation, then of the provider; undefined where a row says to go on. */
export function refuse(
  contract: Contract,
  operation: LinkedOperation | undefined,
  failure: Failure,
  surroundings: Surroundings,
  input: InputView = noInput,
): Refusal | undefined {
  const scope = failureScope(contract, operation, failure, surroundings, input);
  const row = findRow(operation?.failures ?? [], scope) ?? findRow(contract.failures(), scope);
  if (row && !row.reply) return undefined;
  const within = operation ? `${contract.id}/${operation.id}` : contract.id;
  return { rule: `${within}/${row?.id ?? failure.kind}`, reply: (row?.reply ?? bareRefusal)(scope) };
}

function findRow(rows: readonly LinkedFailureRow[], scope: Scope): LinkedFailureRow | undefined {
  return rows.find(({ holds }) => holds(scope));
}

function failureScope(
  contract: Contract,
  operation: LinkedOperation | undefined,
  failure: Failure,
  surroundings: Surroundings,
  input: InputView,
): Scope {
  return {
    contract,
    operation,
    resource: operation?.resource,
    partition: '',
    input,
    surroundings,
    transaction: openTransaction(emptyView),
    record: undefined,
    made: undefined,
    list: undefined,
    hidden: undefined,
    failure,
    flows: false,
  };
}
