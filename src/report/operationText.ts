import type { CompiledContract } from '../language/compiledContract.js';
import { describeBasis } from './basis.js';
import { operationLine, type ReportedOperation } from './operations.js';
import type { Paint } from './paint.js';
import { rulesOf } from './rulesOf.js';

/** An operation's rules in the order they are tried, as `explain` lists them. */
export function operationText(contract: CompiledContract, operation: ReportedOperation, paint: Paint): string {
  const rules = rulesOf(contract, operation.id).map(({ row, kind, when, effect, answer, basis }, index) =>
    [
      `${String(index + 1).padStart(3)}. ${paint.bold(row)}${kind === 'refusal' ? ' (before the decision)' : ''}`,
      `     when    ${when}`,
      `     effect  ${effect}`,
      ...(answer ? [`     answer  ${answer.text}`] : []),
      `     basis   ${describeBasis(basis)}`,
    ].join('\n'),
  );
  return [
    paint.bold(`${contract.id}/${operation.id}`),
    operationLine(operation),
    '',
    'The first rule that holds decides:',
    '',
    ...rules,
    '',
    paint.dim(`tombstone explain ${contract.id}/${operation.id}/<rule> shows one with its sources;`),
    paint.dim(`tombstone explain ${contract.id} lists the refusals that all operations share.`),
  ].join('\n');
}
