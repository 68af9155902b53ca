import type { Baseline, BaselineEntry } from '../../src/conformance/baseline/baseline.js';
import type { CaseResult, Check, RunReport } from '../../src/conformance/index.js';
import { fitsPattern } from '../../src/conformance/selectCases.js';
import type { ClientResults, ResultCounts, Shortcoming } from './clientResults.js';

/** A run in short: what does not change from run to run, with the reasons the baseline gives. */
export function summarizeRun({ cases, client, providers, suite }: RunReport, baseline: Baseline): ClientResults {
  const { name, version, issues } = client;
  const operations = [...new Set(cases.map(operationOf))].sort();
  return {
    client: {
      name,
      ...(version === undefined ? {} : { version }),
      ...(issues === undefined ? {} : { issues }),
    },
    provider: providers.join(', '),
    suite,
    counts: { cases: cases.length, ...countsOf(cases, baseline) },
    operations: Object.fromEntries(
      operations.map((operation) => [
        operation,
        countsOf(
          cases.filter((one) => operationOf(one) === operation),
          baseline,
        ),
      ]),
    ),
    checks: checksOf(cases, baseline),
    shortcomings: shortcomingsOf(cases, baseline),
    unsupported: reasonsOf(cases),
  };
}

function operationOf({ steps }: CaseResult): string {
  return steps[0]?.operation ?? '';
}

const columns = {
  pass: 'passed',
  info: 'noted',
  warn: 'warned',
  fail: 'failed',
  unsupported: 'unsupported',
} as const satisfies Partial<Record<CaseResult['verdict'], keyof ResultCounts>>;

const worstFirst = ['fail', 'warn', 'info'] as const;

function countsOf(cases: readonly CaseResult[], baseline: Baseline): ResultCounts {
  const counts: Partial<Record<keyof ResultCounts, number>> = {};
  for (const one of cases) {
    const column = columnOf(one, baseline);
    counts[column] = (counts[column] ?? 0) + 1;
  }
  return counts;
}

function columnOf(one: CaseResult, baseline: Baseline): keyof ResultCounts {
  if (one.verdict === 'error') throw new Error(`${one.id} was not judged: ${one.message}`);
  if (one.verdict === 'unsupported') return 'unsupported';
  const steady = one.checks.filter((check) => !entryFor(one, check, baseline)?.flaky);
  const worst = worstFirst.find((verdict) => steady.some((check) => check.verdict === verdict));
  if (worst !== undefined) return columns[worst];
  return steady.length < one.checks.length ? 'varying' : 'passed';
}

function checksOf(cases: readonly CaseResult[], baseline: Baseline): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const one of cases) {
    for (const check of one.checks) {
      if (isGood(check) || entryFor(one, check, baseline)?.flaky) continue;
      counts.set(check.slug, (counts.get(check.slug) ?? 0) + 1);
    }
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => a.localeCompare(b)));
}

const isGood = ({ verdict }: Check) => verdict === 'pass' || verdict === 'info';

/** The entry of the baseline that speaks of a check; what it says the failure looks like was compared by the run. */
function entryFor({ id }: CaseResult, { slug }: Check, { entries }: Baseline): BaselineEntry | undefined {
  return entries.find((entry) => fitsPattern(id, entry.case) && (entry.checks?.includes(slug) ?? true));
}

/** By their reasons, in the order of the baseline. */
function shortcomingsOf(cases: readonly CaseResult[], baseline: Baseline): readonly Shortcoming[] {
  const reasons = [...new Set(baseline.entries.map(({ because }) => because))];
  return reasons.flatMap((because) => {
    const concerned = cases.flatMap((one) => {
      const checks = one.checks.filter((check) => {
        const entry = entryFor(one, check, baseline);
        return entry?.because === because && (entry.flaky || !isGood(check));
      });
      return checks.length === 0 ? [] : [{ one, checks }];
    });
    const [first] = concerned;
    if (!first) return [];
    const entry = baseline.entries.find((other) => other.because === because);
    const [check] = first.checks;
    return [
      {
        because,
        ...(entry?.issue === undefined ? {} : { issue: entry.issue }),
        checks: [...new Set(concerned.flatMap(({ checks }) => checks.map(({ slug }) => slug)))],
        cases: concerned.length,
        ...(entry?.flaky ? { varies: true as const } : {}),
        example: {
          case: first.one.id,
          ...(check === undefined || entry?.flaky ? {} : { expected: check.expected, observed: check.observed }),
          replay: first.one.replay,
        },
      },
    ];
  });
}

function reasonsOf(cases: readonly CaseResult[]): ClientResults['unsupported'] {
  const counts = new Map<string, number>();
  for (const { verdict, message = '' } of cases) {
    if (verdict === 'unsupported') counts.set(message, (counts.get(message) ?? 0) + 1);
  }
  return [...counts].map(([reason, number]) => ({ reason, cases: number }));
}
