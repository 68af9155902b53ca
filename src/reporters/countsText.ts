import type { CaseVerdict, Counts, Standing } from '../conformance/index.js';
import type { Paint } from '../report/paint.js';
import { count, verdictWords } from './words.js';

/** Verdicts as they are counted out; what was not tried stands as loud as what failed. */
export const verdictOrder: readonly CaseVerdict[] = ['pass', 'fail', 'unsupported', 'error', 'warn', 'info'];

const alwaysShown: readonly CaseVerdict[] = ['pass', 'fail', 'unsupported'];

/** `125 cases: 118 passed, 2 failed (1 expected), 4 unsupported, 1 not judged`. */
export function countsText(counts: Counts, paint: Paint): string {
  const parts = verdictOrder
    .filter((verdict) => counts[verdict] > 0 || alwaysShown.includes(verdict))
    .map((verdict) => {
      const colour = counts[verdict] === 0 ? paint.dim : paint[colourOf[verdict]];
      return colour(`${counts[verdict]} ${verdictWords[verdict]}`);
    });
  const standings = standingOrder.filter((standing) => counts[standing] > 0);
  const baseline = standings.map((standing) =>
    paint[standing === 'stale' ? 'red' : 'dim'](standingText(counts, standing)),
  );
  return [`${count(counts.total, 'case')}: ${parts.join(', ')}`, ...baseline].join('; ');
}

const colourOf = {
  pass: 'green',
  fail: 'red',
  unsupported: 'yellow',
  error: 'red',
  warn: 'yellow',
  info: 'cyan',
} as const satisfies Record<CaseVerdict, keyof Paint>;

/** What a baseline can make of a case, in the order it is told. */
export const standingOrder: readonly Standing[] = ['expected', 'flaky', 'stale'];

/** `2 failures expected by the baseline`. */
export function standingText(counts: Counts, standing: Standing): string {
  const number = counts[standing];
  if (standing === 'expected') return `${count(number, 'failure')} expected by the baseline`;
  if (standing === 'flaky') return `${count(number, 'case')} flaky by the baseline`;
  return number === 1 ? '1 entry of the baseline is out of date' : `${number} entries of the baseline are out of date`;
}
