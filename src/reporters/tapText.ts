import type { CaseResult, RunReport } from '../conformance/index.js';
import { printable } from '../report/printable.js';
import { distinctNames } from './clientText.js';
import { oneLine } from './oneLine.js';
import { exitMeanings } from './words.js';

/** One line of TAP, and what is said below it. */
interface Point {
  readonly ok: boolean;
  readonly description: string;
  /** A skip or a todo, and why: TAP reads them in capitals or not. */
  readonly directive?: string | undefined;
  /** Lines of YAML. */
  readonly diagnostics: readonly string[];
}

/** Runs as TAP, version 14 (https://testanything.org): a test point for each case. */
export function tapText(reports: readonly RunReport[]): string {
  const names = distinctNames(reports);
  const points = reports.flatMap((report, index) => {
    const before = reports.length > 1 ? `${names[index]}: ` : '';
    return [...report.cases.map((one) => pointOf(one, before)), ...runItself(report, before)];
  });
  const plan = points.length === 0 ? '1..0 # skip there was no case' : `1..${points.length}`;
  return ['TAP version 14', plan, ...points.flatMap(linesOf)].join('\n');
}

function linesOf({ ok, description, directive, diagnostics }: Point, index: number): readonly string[] {
  const escaped = oneLine(description).replaceAll(/[\\#]/g, '\\$&');
  const end = directive === undefined ? '' : ` # ${oneLine(directive)}`;
  const block = diagnostics.length === 0 ? [] : ['---', ...diagnostics, '...'].map((line) => `  ${line}`);
  return [`${ok ? 'ok' : 'not ok'} ${index + 1} - ${escaped}${end}`, ...block];
}

function pointOf(result: CaseResult, before: string): Point {
  const { id, title, verdict, standing, message, checks, replay } = result;
  const open = checks.filter((check) => check.verdict !== 'pass');
  const isQuiet = message === undefined && open.length === 0 && standing !== 'stale';
  const all = [
    ...(standing === 'stale' ? [`baseline: ${yaml('It is out of date: it expects another failure than this.')}`] : []),
    ...(message === undefined ? [] : [`message: ${yaml(message)}`]),
    ...(open.length === 0 ? [] : ['checks:', ...open.flatMap(entries)]),
    `replay: ${yaml(replay)}`,
  ];
  return {
    ok: standing !== 'stale' && verdict !== 'error' && verdict !== 'fail',
    description: `${before}${id}: ${title}`,
    directive: directiveOf(result),
    diagnostics: isQuiet || verdict === 'unsupported' ? [] : all,
  };
}

/** What a baseline expects must not turn a build red; what is out of date must. */
function directiveOf({ verdict, standing, message, issue }: CaseResult): string | undefined {
  const see = issue === undefined ? '' : ` (${issue})`;
  if (verdict === 'unsupported' && standing !== 'stale')
    return `skip unsupported: ${message ?? 'no reason was given'}${see}`;
  if (verdict !== 'fail' || standing === undefined || standing === 'stale') return undefined;
  return `todo ${standing} by the baseline${see}`;
}

/** What decided besides the cases; without it a run that judged nothing would look as if all was well. */
function runItself({ problems, exitStatus }: RunReport, before: string): readonly Point[] {
  if (problems.length === 0 && exitStatus < 2) return [];
  const diagnostics = [`message: ${yaml([...problems, exitMeanings[exitStatus]].join('\n'))}`];
  return [{ ok: exitStatus === 0, description: `${before}the run is judged`, diagnostics }];
}

/** A member of a list, each of its own on a line: harnesses read a part of YAML only. */
function entries(value: object): readonly string[] {
  return Object.entries(value).map(([name, text], index) => `  ${index === 0 ? '-' : ' '} ${name}: ${yaml(text)}`);
}

/** In one line: JSON is YAML. */
function yaml(value: unknown): string {
  return printable(JSON.stringify(value)).replaceAll(/[\u2028\u2029\u0085]/g, ' ');
}
