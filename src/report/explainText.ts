import { didYouMean, TombstoneError } from '../errors.js';
import type { CompiledContract } from '../language/compiledContract.js';
import type { ExplainedRule } from './explainedRule.js';
import { operationsOf, type ReportedOperation } from './operations.js';
import { operationText } from './operationText.js';
import type { Paint } from './paint.js';
import { providerText } from './providerText.js';
import { findRules, rulesOf } from './rulesOf.js';
import { ruleText } from './ruleText.js';
import { switchRows } from './switchRows.js';

/** What is explained, for people and for programs. */
export interface Explanation {
  readonly text: string;
  readonly data: object;
}

/**
 * Explains a provider, an operation (`deleteTask`), one of its rules (`deleteTask/deleted`) or a refusal that all
 * operations share (`no-api`).
 *
 * @throws TombstoneError `unknown-operation`, `unknown-rule`
 */
export function explainNamed(contract: CompiledContract, names: readonly string[], paint: Paint): Explanation {
  const [first, second, ...more] = names;
  if (first === undefined) return explainProvider(contract, paint);
  const operation = operationsOf(contract).find(({ id }) => id === first);
  if (operation && second === undefined) {
    const rules = rulesOf(contract, operation.id);
    return { text: operationText(contract, operation, paint), data: { operation, rules } };
  }
  if (!operation && second !== undefined) throw unknownName(contract, first);
  if (!operation && !isRefusal(contract, first)) throw unknownName(contract, first);
  const rules = findRules(contract, operation?.id, operation ? [second, ...more].join('/') : first);
  return explainRules(contract, rules, operation, paint);
}

function isRefusal({ lifecycle }: CompiledContract, name: string): boolean {
  return lifecycle.failures.some(({ id }) => id === name || id.split('@')[0] === name);
}

function explainProvider(contract: CompiledContract, paint: Paint): Explanation {
  const { id, document } = contract;
  const data = {
    provider: id,
    title: document.info.title,
    operations: operationsOf(contract),
    switches: switchRows(contract),
  };
  return { text: providerText(contract, paint), data };
}

function explainRules(
  contract: CompiledContract,
  rules: readonly ExplainedRule[],
  operation: ReportedOperation | undefined,
  paint: Paint,
): Explanation {
  const text = rules.map((rule) => ruleText(rule, contract.id, operation, paint)).join('\n\n');
  return { text, data: { ...(operation ? { operation } : {}), rules } };
}

function unknownName(contract: CompiledContract, name: string): TombstoneError {
  const known = operationsOf(contract).map(({ id }) => id);
  return new TombstoneError(
    'unknown-operation',
    `${contract.id} has no operation "${name}".${didYouMean(name, known)} Known: ${known.join(', ')}.`,
  );
}
