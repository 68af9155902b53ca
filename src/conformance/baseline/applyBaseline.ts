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

/**
 * Says which failures were expected, in the same way; an entry nothing fails for is out of date.
 *
 * @param known the ids of all cases there are, those that did not run included: an entry for one of them is no mistake
 */
export function applyBaseline(
  results: readonly CaseResult[],
  { entries }: Baseline,
  known: readonly string[] = results.map(({ id }) => id),
): BaselineVerdict {
  const used = new Set(
    entries.filter((entry) => results.some((result) => isFor(entry, result) && excuses(entry, result))),
  );
  const isStale = (entry: BaselineEntry) => !used.has(entry) && !entry.flaky;
  const cases = results.map((result) => {
    const own = entries.filter((entry) => isFor(entry, result));
    const standing = standingOf(result, own, isStale);
    return standing === undefined ? result : { ...result, standing };
  });
  const stale = entries.filter((entry) => isStale(entry) && results.some((result) => isFor(entry, result)));
  const lost = entries.filter((entry) => !known.some((id) => fitsPattern(id, entry.case)));
  return {
    cases,
    stale: stale.map(
      ({ at, case: pattern }) => `${at}: "${pattern}" does not fail so any more. Delete the entry, or mend it.`,
    ),
    unmatched: lost.map(
      ({ at, case: pattern }) => `${at}: "${pattern}" fits no case there is. Mend the pattern, or delete the entry.`,
    ),
  };
}

function isFor(entry: BaselineEntry, { id }: CaseResult): boolean {
  return fitsPattern(id, entry.case);
}

const bad = ['fail', 'warn'];

function standingOf(
  result: CaseResult,
  own: readonly BaselineEntry[],
  isStale: (entry: BaselineEntry) => boolean,
): Standing | undefined {
  if (own.length === 0) return undefined;
  const isBad = bad.includes(result.verdict) || result.verdict === 'unsupported';
  // A pattern that some case of its still fails for is not out of date for those that pass.
  if (!isBad) return own.some(isStale) ? 'stale' : undefined;
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
