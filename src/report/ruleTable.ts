import type { CompiledContract } from '../language/compiledContract.js';
import { describeBasis } from './basis.js';
import { citationText } from './citation.js';
import { describeFailure } from './describeRule.js';
import type { ExplainedRule, ExplainedSource } from './explainedRule.js';
import { code, markdownTable, plainText } from './markdown.js';
import { operationsOf } from './operations.js';
import { rulesOf } from './rulesOf.js';
import { switchRows } from './switchRows.js';

const ruleHead = ['rule', 'when', 'effect', 'answer', 'basis', 'source'];

/** The decision tables of a contract, one for each operation, in Markdown. */
export function ruleTables(contract: CompiledContract): string {
  return operationsOf(contract)
    .map(({ id, method, path, summary }) =>
      [
        `### ${id}`,
        '',
        `${code(`${method} ${path}`)}${summary === undefined ? '' : ` · ${plainText(summary)}`}`,
        '',
        markdownTable(ruleHead, rulesOf(contract, id).map(ruleCells)),
      ].join('\n'),
    )
    .join('\n\n');
}

/** The refusals all operations of a contract share, in Markdown. */
export function refusalTable(contract: CompiledContract): string {
  const rules = contract.lifecycle.failures.map((row) => describeFailure(contract, row));
  return markdownTable(
    ['rule', 'when', 'answer', 'basis', 'source'],
    rules.map((rule) => {
      const [name = '', when = '', , answer = '', basis = '', source = ''] = ruleCells(rule);
      return [name, when, answer, basis, source];
    }),
  );
}

/** The switches of a contract with their values, defaults and bases, in Markdown. */
export function switchTable(contract: CompiledContract): string {
  const rows = switchRows(contract).flatMap(({ name, about, values }) =>
    values.map(({ value, isDefault, basis, sources }, index) => [
      index === 0 ? code(name) : '',
      index === 0 ? plainText(about) : '',
      code(value) + (isDefault ? ' (default)' : ''),
      basis,
      sourceCell(sources),
    ]),
  );
  return markdownTable(['switch', 'what it decides', 'value', 'basis', 'source'], rows);
}

function ruleCells({ row, kind, when, effect, answer, basis, sources }: ExplainedRule): string[] {
  const [status = '', ...rest] = answer?.text.split(' ') ?? [];
  const body = answer?.example === undefined ? rest.join(' ') : code(answer.example);
  return [
    code(row) + (kind === 'refusal' ? ' (before the decision)' : ''),
    plainText(when),
    plainText(effect),
    answer ? `${status} ${answer.example === undefined ? plainText(body) : body}` : 'none',
    basis.effect === basis.status && basis.status === basis.body ? basis.effect : describeBasis(basis),
    sourceCell(sources),
  ];
}

function sourceCell(sources: readonly ExplainedSource[]): string {
  return sources
    .map((source) => {
      const text = plainText(citationText(source));
      return source.url === undefined ? text : `[${text}](${source.url})`;
    })
    .join('\n');
}
