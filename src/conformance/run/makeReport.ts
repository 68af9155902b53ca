import type { BaselineVerdict } from '../baseline/applyBaseline.js';
import type { CaseResult, Counts, ExitStatus, RunReport } from '../result.js';
import type { Rung } from '../rung.js';
import type { SuiteOutcome } from './runSuite.js';

/** What a report says besides its cases. */
export interface RunFacts {
  readonly tombstone: string;
  readonly suite: string;
  readonly seed: number;
  readonly providers: readonly string[];
  readonly startedAt: string;
  readonly durationMs: number;
}

/** Counts, weighs and sums a run up. */
export function makeReport(
  { broken, results }: SuiteOutcome,
  { client, name: rung }: Pick<Rung, 'client' | 'name'>,
  facts: RunFacts,
  baseline?: BaselineVerdict,
): RunReport {
  const cases = baseline?.cases ?? results;
  const { stale = [], unmatched = [] } = baseline ?? {};
  const problems = [
    ...(broken === undefined ? [] : [`The adapter is broken: ${broken}`]),
    ...(cases.some(isJudged) || broken !== undefined ? [] : ['No case was judged.']),
    ...stale,
    ...unmatched,
  ];
  const { tombstone, suite, seed, providers, startedAt, durationMs } = facts;
  return {
    format: 1,
    tombstone,
    suite,
    seed,
    client,
    rung,
    providers,
    startedAt,
    durationMs,
    cases,
    counts: count(cases),
    problems,
    exitStatus: exitOf(cases, broken !== undefined, stale.length > 0, unmatched.length > 0),
  };
}

/** Counts verdicts and standings. */
export function count(cases: readonly CaseResult[]): Counts {
  const counts = {
    total: cases.length,
    pass: 0,
    info: 0,
    warn: 0,
    fail: 0,
    unsupported: 0,
    error: 0,
    expected: 0,
    stale: 0,
    flaky: 0,
  };
  for (const { verdict, standing } of cases) {
    counts[verdict] += 1;
    if (standing !== undefined) counts[standing] += 1;
  }
  return counts;
}

function isJudged({ verdict }: CaseResult): boolean {
  return verdict !== 'unsupported' && verdict !== 'error';
}

function exitOf(cases: readonly CaseResult[], broken: boolean, stale: boolean, unmatched: boolean): ExitStatus {
  if (broken || cases.some(({ verdict }) => verdict === 'error')) return 3;
  if (unmatched || !cases.some(isJudged)) return 2;
  const unexpected = cases.some(({ verdict, standing }) => verdict === 'fail' && standing === undefined);
  return unexpected || stale || cases.some(({ standing }) => standing === 'stale') ? 1 : 0;
}
