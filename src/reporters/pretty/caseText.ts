import type { CaseResult, ReportedExchange, ReportedSource } from '../../conformance/index.js';
import { citationText } from '../../report/citation.js';
import type { Paint } from '../../report/paint.js';
import { indented, printable } from '../../report/printable.js';
import { decidedBy, exchangeText, outcomeText, stepText } from '../exchangeText.js';
import { oneLine } from '../oneLine.js';

/** How many lines of what explains a refusal are shown. */
const explanationLines = 12;

/** One case, whole: what it is about and from where, what the client was asked and told, what went over the wire, how to do it again. */
export function caseText(result: CaseResult, paint: Paint): string {
  const { id, title, sources, steps, exchanges, replay } = result;
  const label = (name: string) => `  ${paint.dim(name.padEnd(9))} `;
  const space = ' '.repeat(12);
  return [
    `  ${paint.bold(oneLine(id))}`,
    `  ${oneLine(title)}`,
    ...sources.flatMap((source) =>
      sourceLines(source, paint).map((line, index) => (index === 0 ? label('source') : space) + line),
    ),
    ...steps.flatMap((step) => [label('asked') + stepText(step), label('told') + outcomeText(step)]),
    ...(exchanges.length === 0 ? [`${label('exchanges')}none: the client sent nothing`] : []),
    ...exchanges.flatMap((exchange, index) =>
      exchangeLines(exchange, paint).map((line, place) => (index + place === 0 ? label('exchanges') : space) + line),
    ),
    `${label('replay')}${paint.cyan(oneLine(replay))}`,
  ].join('\n');
}

function sourceLines(source: ReportedSource, paint: Paint): string[] {
  const url = source.url === undefined ? [] : [paint.cyan(oneLine(source.url))];
  return [oneLine(citationText(source)), ...url];
}

function exchangeLines(exchange: ReportedExchange, paint: Paint): string[] {
  const { ms, explanation } = exchange;
  const lines = printable(explanation ?? '').split('\n');
  const more = lines.length - explanationLines;
  const shown = more > 0 ? [...lines.slice(0, explanationLines), `… ${more} more lines`] : lines;
  const time = `+${Math.round(ms)} ms`.padEnd(8);
  return [
    `${paint.dim(time)} ${exchangeText(exchange)}`,
    `         ${paint.dim(decidedBy(exchange))}`,
    ...(explanation === undefined ? [] : indented(shown.join('\n'), '         ').split('\n').map(paint.dim)),
  ];
}
