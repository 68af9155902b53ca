import { didYouMean, TombstoneError } from '../errors.js';
import type { CompiledContract } from '../language/compiledContract.js';
import { describeFailure, describeRow } from './describeRule.js';
import type { ExplainedRule } from './explainedRule.js';

/** Every rule that can decide a request of an operation, in the order they are tried: its table, then its own refusals. */
export function rulesOf(contract: CompiledContract, operationId: string): readonly ExplainedRule[] {
  const operation = contract.lifecycle.operations[operationId];
  if (!operation) return [];
  return [
    ...operation.decide.map((row) => describeRow(contract, operationId, row)),
    ...operation.failures.map((row) => describeFailure(contract, row, operationId)),
  ];
}

/** The rules of an operation, and those of the provider as they refuse its requests. */
function allRules(contract: CompiledContract, operationId: string | undefined): readonly ExplainedRule[] {
  return [
    ...(operationId === undefined ? [] : rulesOf(contract, operationId)),
    ...contract.lifecycle.failures.map((row) => describeFailure(contract, row, operationId)),
  ];
}

/**
 * The rules of that name: more than one where a switch divides a row (`absent` is `absent@refuse` and
 * `absent@idempotent`). Without an operation, the provider's refusals.
 *
 * @throws TombstoneError `unknown-rule`, with the nearest name
 */
export function findRules(
  contract: CompiledContract,
  operationId: string | undefined,
  name: string,
): readonly ExplainedRule[] {
  const rules = allRules(contract, operationId);
  const exact = rules.filter(({ row }) => row === name);
  const found = exact.length > 0 ? exact : rules.filter(({ row }) => row.split('@')[0] === name);
  if (found.length > 0) return found;
  const known = rules.map(({ row }) => row);
  const where = [contract.id, ...(operationId === undefined ? [] : [operationId])].join('/');
  throw new TombstoneError(
    'unknown-rule',
    `${where} has no rule "${name}".${didYouMean(name, known)} Known: ${known.join(', ')}.`,
  );
}

/** The rule an `x-tombstone-rule` header names; undefined where the contract has none of that name. */
export function findRuleOfHeader(contract: CompiledContract, header: string): ExplainedRule | undefined {
  const [provider, ...rest] = header.split('/');
  const row = rest.at(-1);
  const operationId = rest.length > 1 ? rest.slice(0, -1).join('/') : undefined;
  if (provider !== contract.id) return undefined;
  return allRules(contract, operationId).find((rule) => rule.row === row);
}
