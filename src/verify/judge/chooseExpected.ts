import type { Check } from '../../conformance/result.js';
import type { Expected } from './expected.js';
import { type Judging, judge, statusSlug } from './judge.js';
import type { Observation } from './observation.js';

/** Of the rules that may decide, the one a target follows, with its checks. */
export interface Chosen {
  readonly expected: Expected;
  readonly checks: readonly Check[];
  /** Does everything documented of it hold? */
  readonly fits: boolean;
}

/**
 * Switches are the target's own: which value it follows shows in what it does. The rule of which most holds is chosen
 * among those of which everything documented holds; where there is none, the one that decides by default, which is the first.
 */
export function chooseExpected(
  judging: Judging,
  candidates: readonly [Expected, ...Expected[]],
  observation: Observation,
): Chosen {
  const judged = candidates.map((expected) => {
    const checks = judge(judging, expected, observation);
    return { expected, checks, fits: checks.every(({ verdict }) => verdict !== 'fail') };
  });
  const [first = { expected: candidates[0], checks: [], fits: false }] = judged;
  const fitting = judged.filter(({ fits }) => fits);
  return fitting.toSorted((one, other) => misses(one) - misses(other))[0] ?? first;
}

function misses({ checks }: Pick<Chosen, 'checks'>): number {
  // A status that is another one says more than a body that is.
  const weights = checks.map(({ slug, verdict }) => (verdict === 'pass' ? 0 : slug === statusSlug ? 10 : 1));
  return weights.reduce((sum: number, weight) => sum + weight, 0);
}
