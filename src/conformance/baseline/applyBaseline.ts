import type { CaseResult, Standing } from '../result.js';
import { fitsPattern } from '../selectCases.js';
import type { Baseline, BaselineEntry } from './baseline.js';

/** A run's results in the light of a baseline, and what is wrong with the baseline itself. */
export interface BaselineVerdict {
  readonly cases: readonly CaseResult[];
  /** Entries that are out of date: what they expect to fail passes. */
  readonly stale: readonly string[];
  /** Entries that fit no case that ran. */
  readonly unmatched: readonly string[];
}

/** Says which failures were expected, in the same way; an entry nothing fails for is out of date. */
export function applyBaseline(results: readonly CaseResult[], { entries }: Baseline): BaselineVerdict {
  const used = new Set<BaselineEntry>();
  const cases = results.map((result) => {
    const own = entries.filter((entry) => fitsPattern(result.id, entry.case));
    for (const entry of own) if (excuses(entry, result)) used.add(entry);
    const standing = standingOf(result, own);
    return standing === undefined ? result : { ...result, standing };
  });
  const ran = (entry: BaselineEntry) => results.some(({ id }) => fitsPattern(id, entry.case));
  const stale = entries.filter((entry) => ran(entry) && !used.has(entry) && !entry.flaky);
  return {
    cases,
    stale: stale.map(
      ({ at, case: pattern }) => `${at}: "${pattern}" expects a failure that is gone. Delete the entry.`,
    ),
    unmatched: entries
      .filter((entry) => !ran(entry))
      .map(
        ({ at, case: pattern }) => `${at}: "${pattern}" fits no case that ran. Mend the pattern, or delete the entry.`,
      ),
  };
}

const bad = ['fail', 'warn'];

function standingOf(result: CaseResult, own: readonly BaselineEntry[]): Standing | undefined {
  if (own.length === 0) return undefined;
  const isBad = bad.includes(result.verdict) || result.verdict === 'unsupported';
  if (!isBad) return own.some(({ flaky }) => flaky) ? 'flaky' : 'stale';
  if (result.verdict === 'unsupported') return own.some(({ checks }) => checks === undefined) ? 'expected' : undefined;
  const failing = result.checks.filter(({ verdict }) => bad.includes(verdict));
  const isExcused = failing.every((check) => own.some((entry) => fitsCheck(entry, check)));
  if (!isExcused) return undefined;
  return own.some(({ flaky }) => flaky) ? 'flaky' : 'expected';
}

function excuses(entry: BaselineEntry, { verdict, checks }: CaseResult): boolean {
  if (verdict === 'unsupported') return entry.checks === undefined;
  return checks.some((check) => bad.includes(check.verdict) && fitsCheck(entry, check));
}

/** A failure with another signature is another failure. */
function fitsCheck(
  { checks, failsLike }: BaselineEntry,
  { slug, expected = '', observed = '' }: CaseResult['checks'][number],
) {
  const named = checks === undefined || checks.includes(slug);
  return named && (failsLike === undefined || `${expected} ${observed}`.includes(failsLike));
}
