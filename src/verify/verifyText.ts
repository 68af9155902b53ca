import type { CaseResult, Check, RunReport } from '../conformance/result.js';
import { columns } from '../report/columns.js';
import type { Paint } from '../report/paint.js';
import { statusSlug } from './judge/judge.js';

/** A verification for people: what is violated, what was not reached and why, and the count of it all. */
export function verifyText(report: RunReport, wasStopped: boolean, paint: Paint): string {
  const { cases, problems } = report;
  const parts = [
    ...cases.filter(({ verdict }) => verdict === 'fail').map((one) => failureText(one, paint)),
    ...errorTexts(cases, paint),
    warningText(cases, paint),
    notReachedText(cases, paint),
    problems.map((problem) => `${paint.yellow('!')} ${problem}`).join('\n'),
    countText(report, wasStopped, paint),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function failureText({ id, checks, sources, replay }: CaseResult, paint: Paint): string {
  const all = checks.filter(({ verdict }) => verdict === 'fail');
  // The answer that was not expected is told with what it did; that it was not to do that follows.
  const byStatus = all.filter(({ slug }) => slug === statusSlug);
  const failed = byStatus.length > 0 ? byStatus : all;
  const urls = [...new Set(sources.flatMap(({ url }) => url ?? []))];
  return [
    `${paint.red('✗')} ${paint.bold(id)}`,
    ...failed.map((check) => `  ${sentence(check)}`),
    ...urls.map((url) => `  ${paint.cyan(url)}`),
    `  ${paint.dim(`again: ${replay}`)}`,
  ].join('\n');
}

/** `Expected 400 because the task is WAITING (documented: …); the server answered 204, and the task is gone.` */
function sentence({ expected, observed, requirement }: Check): string {
  return expected === undefined ? requirement : `Expected ${expected}; the server answered ${observed}.`;
}

function errorTexts(cases: readonly CaseResult[], paint: Paint): readonly string[] {
  return grouped(cases.filter(({ verdict }) => verdict === 'error')).map(
    ([message, ids]) => `${paint.red('!')} ${ids.length} broke: ${message}\n${list(ids, paint)}`,
  );
}

function warningText(cases: readonly CaseResult[], paint: Paint): string {
  const warned = cases.flatMap(({ id, checks }) =>
    checks.filter(({ verdict }) => verdict === 'warn').map((check) => ({ id, check })),
  );
  if (warned.length === 0) return '';
  return [
    paint.yellow(`Otherwise than somebody saw the real service do it (${warned.length}; no failure):`),
    ...warned.map(({ id, check }) => `  ${id}: ${sentence(check)}`),
  ].join('\n');
}

function notReachedText(cases: readonly CaseResult[], paint: Paint): string {
  const groups = grouped(cases.filter(({ verdict }) => verdict === 'unsupported'));
  const total = groups.reduce((sum, [, ids]) => sum + ids.length, 0);
  if (total === 0) return '';
  return [
    paint.yellow(`Not reached: ${total} of ${cases.length}`),
    ...groups.flatMap(([message, ids]) => [`  ${message}`, list(ids, paint)]),
  ].join('\n');
}

function grouped(cases: readonly CaseResult[]): readonly (readonly [string, readonly string[]])[] {
  const groups = new Map<string, string[]>();
  for (const { id, message = 'no reason is known' } of cases) groups.set(message, [...(groups.get(message) ?? []), id]);
  return [...groups].sort(([, one], [, other]) => other.length - one.length);
}

const shown = 5;

function list(ids: readonly string[], paint: Paint): string {
  const more = ids.length > shown ? [`    … and ${ids.length - shown} more (--json has them all)`] : [];
  return paint.dim([...ids.slice(0, shown).map((id) => `    ${id}`), ...more].join('\n'));
}

function countText({ cases, counts, client, exitStatus }: RunReport, wasStopped: boolean, paint: Paint): string {
  const musts = cases.filter(({ checks }) => checks.some(({ level }) => level === 'must'));
  const held = musts.filter(({ verdict }) => verdict !== 'fail').length;
  const open = cases.length - musts.length - counts.unsupported - counts.error;
  const differs = cases.filter(({ checks }) => checks.some(({ verdict }) => verdict === 'info')).length;
  const rows = [
    [String(held), 'as documented'],
    [String(counts.fail), 'violate what is documented'],
    [String(open), 'where nothing is documented: not judged'],
    [String(counts.unsupported), 'not reached'],
    ...(counts.error > 0 ? [[String(counts.error), 'broke']] : []),
  ];
  const aside =
    differs === 0
      ? []
      : [
          paint.dim(
            `In ${differs === 1 ? 'one case' : `${differs} cases`} something that is only inferred is otherwise; that is no failure (--json shows it).`,
          ),
        ];
  const verdict = wasStopped ? paint.yellow('It was stopped.') : verdictText(client.name, exitStatus, paint);
  return [...columns(rows), ...aside, verdict].join('\n');
}

function verdictText(target: string, status: number, paint: Paint): string {
  if (status === 0) return paint.green(`${target} does what is documented, as far as it was reached.`);
  if (status === 1) return paint.red(`${target} does not do what is documented.`);
  return paint.yellow(status === 2 ? 'Nothing was judged.' : `${target} broke, or was not there to the end.`);
}
