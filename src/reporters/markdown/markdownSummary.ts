import type { RunReport } from '../../conformance/index.js';
import { markdownTable } from '../../report/markdown.js';
import { cellText } from '../cellText.js';
import { clientText, runText } from '../clientText.js';
import { verdictOrder } from '../countsText.js';
import { matrixOf } from '../matrix.js';
import { exitMeanings, verdictWords } from '../words.js';
import { inline } from './escape.js';
import { markdownFailures } from './markdownFailures.js';

/** GitHub drops a step summary of more than 1 MiB whole; what other commands of the step add needs room, too. */
const largest = 900_000;

/** Runs as Markdown: the counts as a table, and what did not go well folded away. Several also as a table side by side. */
export function markdownSummary(reports: readonly RunReport[]): string {
  const parts = [...(reports.length > 1 ? [matrixTable(reports)] : []), ...reports.flatMap(partsOf)];
  return withinSize(parts);
}

function partsOf(report: RunReport): readonly string[] {
  const { client, problems, exitStatus } = report;
  return [
    `## ${exitStatus === 0 ? '✓' : '✗'} ${inline(clientText(client))}`,
    exitMeanings[exitStatus],
    countsTable(report),
    ...(problems.length === 0 ? [] : [problems.map((problem) => `- **problem:** ${inline(problem)}`).join('\n')]),
    ...markdownFailures(report),
    `<sub>${inline(runText(report))}</sub>`,
  ];
}

/** A row for each provider, and for all where there are several. */
function countsTable({ cases, counts, providers }: RunReport): string {
  const of = (provider: string) => {
    const own = cases.filter((one) => one.provider === provider);
    const number = (verdict: (typeof verdictOrder)[number]) => own.filter((one) => one.verdict === verdict).length;
    return [inline(provider), ...verdictOrder.map((verdict) => String(number(verdict))), String(own.length)];
  };
  const all = ['all', ...verdictOrder.map((verdict) => String(counts[verdict])), String(counts.total)];
  const standings = [
    [counts.expected, 'expected by the baseline'],
    [counts.flaky, 'flaky by the baseline'],
    [counts.stale, 'out of date in the baseline'],
  ].flatMap(([number, words]) => (number === 0 ? [] : [`${number} ${words}`]));
  const table = markdownTable(
    ['', ...verdictOrder.map((verdict) => verdictWords[verdict]), 'cases'],
    [...providers.map(of), ...(providers.length === 1 ? [] : [all])],
  );
  return standings.length === 0 ? table : `${table}\n\nOf these, ${standings.join(', ')}.`;
}

/** Clients × operations: in how many of its cases each holds. */
function matrixTable(reports: readonly RunReport[]): string {
  const { clients, groups } = matrixOf(reports);
  return markdownTable(
    ['operation', ...clients.map(inline)],
    groups.map(({ provider, operation, cells }) => [inline(`${provider}/${operation}`), ...cells.map(cellText)]),
  );
}

/** Leaves out whole parts from the first that does not fit, so that what is shown is whole. */
function withinSize(parts: readonly string[]): string {
  const shown: string[] = [];
  let size = 0;
  for (const [index, part] of parts.entries()) {
    size += Buffer.byteLength(part) + 2;
    if (size > largest) {
      return [...shown, `*${parts.length - index} more parts do not fit here; \`--reporter json\` has all.*`].join(
        '\n\n',
      );
    }
    shown.push(part);
  }
  return shown.join('\n\n');
}
