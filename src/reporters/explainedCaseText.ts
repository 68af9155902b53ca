import type { ExplainedCall, ExplainedCase } from '../conformance/explainCase.js';
import type { Case, ReportedSource } from '../conformance/index.js';
import { type Paint, paintStatus } from '../report/paint.js';

const binding = { must: 'must', should: 'should', may: 'is told, and never decides' } as const;

/** A case for people: how it begins, what the client is asked to do, and what it may say. */
export function explainedCaseText(
  { case: one, level, sources, calls, gone, kept, made }: ExplainedCase,
  paint: Paint,
): string {
  return [
    paint.bold(one.id),
    one.title,
    '',
    ...section('Basis', [`${one.basis.effect}: a client ${binding[level]} conform`, ...sources.map(sourceText)], paint),
    ...section('Begins with', setupLines(one), paint),
    ...section(
      'The client is asked for',
      calls.map((call) => callText(call, paint)),
      paint,
    ),
    ...section(
      'Afterwards',
      [
        ...gone.map((name) => `${name} is gone`),
        ...made.map((name) => `${name} was made`),
        ...kept.map((name) => `${name} is still there`),
      ],
      paint,
    ),
    paint.dim(`npx --no tombstone replay ${one.id}`),
  ].join('\n');
}

function section(title: string, lines: readonly string[], paint: Paint): readonly string[] {
  return lines.length === 0
    ? []
    : [paint.bold(title), ...lines.flatMap((line) => line.split('\n')).map((line) => `  ${line}`), ''];
}

function sourceText({ title, url, at, date, place }: ReportedSource): string {
  const where = [place && `"${place}"`, date && `(${date})`, url ?? at].filter(Boolean).join(' ');
  return where === '' ? title : `${title}, ${where}`;
}

function setupLines({ setup, meanwhile, maySendNothing }: Case): readonly string[] {
  const { records, switches, faults, credentials, clockOffset } = setup;
  return [
    ...records.map(({ resource, key, fields }) => `${resource} ${key} ${JSON.stringify(fields)}`),
    ...Object.entries(switches).map(([name, value]) => `switch ${name}: ${value}`),
    ...faults.map(
      ({ operation, times, fault }) =>
        `fault over ${operation}${times === undefined ? '' : `, ${times} time${times === 1 ? '' : 's'}`}: ${JSON.stringify(fault)}`,
    ),
    ...(credentials === 'good'
      ? []
      : [
          `credentials: ${credentials === 'none' ? 'none' : `${credentials.scheme} with a wrong ${credentials.cause}`}`,
        ]),
    ...(clockOffset === 0 ? [] : [`the server's clock is ${clockOffset / 1000} s ahead of the client's`]),
    ...meanwhile.map(({ after, effect }) => `after call ${after.nth} of ${after.operation}: ${JSON.stringify(effect)}`),
    ...(maySendNothing ? ['a client that sends nothing is right, too'] : []),
  ];
}

function callText({ step, request, status, rule, words }: ExplainedCall, paint: Paint): string {
  const until = step.until ? ` until ${step.until.pointer} is ${step.until.in.join(' or ')}` : '';
  const answer = status === 0 ? 'no answer' : paintStatus(status, paint);
  const told = words.length === 0 ? '' : `, told as ${words.map((word) => `"${word}"`).join(' or ')}`;
  return `${step.operation}${until}\n  ${request}\n  → ${answer}${rule === undefined ? '' : ` by ${rule}`}${told}`;
}
