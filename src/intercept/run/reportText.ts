import { columns } from '../../report/columns.js';
import { type Paint, paintStatus } from '../../report/paint.js';
import { printable } from '../../report/printable.js';
import type { CalledOperation, RunReport } from './runReport.js';

/** How many rules that were never met are named of one operation. */
const named = 6;

/** The report of a run, for people. */
export function reportText(report: RunReport, paint: Paint): string {
  const { operations, violations, refusals, leftBehind } = report;
  return [
    paint.bold('tombstone: what the command did'),
    ...(operations.length === 0 ? ['', '  It called no operation of the contracts.'] : calls(report, paint)),
    ...section(
      'Wrong',
      violations.map(({ request, status, message }) => `${request} ${status}: ${message}`),
      paint.red,
    ),
    ...section('Refused', counted(refusals.map(({ message }) => message)), paint.yellow),
    ...section(
      'Left behind',
      leftBehind.map(
        ({ provider, resource, key, state }) =>
          `${provider} ${resource} ${key}${state === undefined ? '' : ` (${state})`}`,
      ),
      paint.yellow,
    ),
    '',
    verdict(report, paint),
  ].join('\n');

  function section(title: string, lines: readonly string[], colour: (text: string) => string): string[] {
    if (lines.length === 0) return [];
    return ['', `  ${colour(title)}`, ...lines.map((line) => `    ${printable(line)}`)];
  }
}

function calls({ operations, coverage }: RunReport, paint: Paint): string[] {
  const rows = operations.map(({ operation, method, path, statuses }) => [
    operation,
    `${method} ${path}`,
    Object.entries(statuses)
      .map(([status, count]) => `${paintStatus(Number(status), paint)}${count > 1 ? ` ×${count}` : ''}`)
      .join(', '),
  ]);
  return [
    '',
    ...columns(rows, '  '),
    '',
    `  ${paint.bold('Rules met')}: ${
      coverage
        .filter(({ met }) => met > 0)
        .map(({ provider, met, rules }) => `${met} of ${rules} of ${provider}`)
        .join(', ') || 'none'
    }`,
    ...operations.flatMap(ruleLines),
  ];
}

function ruleLines({ operation, met, neverMet }: CalledOperation): string[] {
  const row = (rule: string) => rule.slice(operation.length + 1);
  const shown = neverMet.slice(0, named).map(row).join(', ');
  const more = neverMet.length > named ? ` and ${neverMet.length - named} more` : '';
  return [
    `    ${operation}: met ${met.map(row).join(', ') || 'none'}${neverMet.length === 0 ? '' : `; never met ${shown}${more}`}`,
  ];
}

function counted(lines: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts].map(([line, count]) => (count > 1 ? `${line} (${count} times)` : line));
}

function verdict({ end, violations }: RunReport, paint: Paint): string {
  const wrong =
    violations.length === 1 ? '1 violation of the contract' : `${violations.length} violations of the contract`;
  const ended = end.signal ? `ended by ${end.signal} (${end.status})` : `ended with ${end.status}`;
  return `  The command ${ended}; ${violations.length === 0 ? paint.green('no violation') : paint.red(wrong)}.`;
}
