import type { FailureKind, FailureRow, Operation, ReportWord, Row, When } from '../language/lifecycle.js';
import type { Situation } from './situation.js';

/**
 * The words a client may truthfully report with after this row has decided; empty where the row says nothing about
 * deleting (a list, a creation). `means` overrides what is derived. With a situation, a row without `absent` in its
 * guard is known to have met an absent record.
 */
export function reportWords(row: Row, operation: Operation, situation?: Situation): readonly ReportWord[] {
  const { status } = row.reply;
  if (row.means !== undefined) return [row.means];
  if (status >= 500) return ['failed'];
  if (deletesItself(row)) return ['deleted'];
  if (asksForAbsent(row.when) || situation?.state === 'absent') {
    if (status >= 300) return ['absent'];
    // Where a call succeeds whether or not there was anything, that it did what was asked is what a client must believe.
    return operation.decide.some(deletesItself) ? ['deleted', 'absent'] : [];
  }
  return status >= 400 && operation.by !== undefined ? ['refused'] : [];
}

const byKind: Readonly<Partial<Record<FailureKind, ReportWord>>> = {
  unauthenticated: 'denied',
  forbidden: 'denied',
  throttled: 'throttled',
  internal: 'failed',
};

/** The words for a failure row, by the kinds it is for; none of the seven says "my request was invalid". */
export function failureWords(row: FailureRow): readonly ReportWord[] {
  if (row.reply === undefined) return [];
  const kinds = row.when.kind ?? (Object.keys(byKind) as FailureKind[]);
  return [...new Set(kinds.flatMap((kind) => byKind[kind] ?? []))];
}

function deletesItself(row: Row): boolean {
  return row.effects.some((effect) => effect.do === 'delete' && effect.path.length === 0);
}

function asksForAbsent(when: When): boolean {
  const related = Object.values(when.related ?? {}).some(
    (guard) => guard.of === 'one' && guard.states.includes('absent'),
  );
  return when.state?.includes('absent') === true || related || (when.any ?? []).some(asksForAbsent);
}
