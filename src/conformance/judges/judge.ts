import type { Check, Judge, Level } from '../result.js';
import { checks } from './checks.js';
import type { CheckRule, Evidence } from './evidence.js';

const judges: readonly Judge[] = ['traffic', 'state', 'report'];

const missed: Readonly<Record<Level, Check['verdict']>> = { must: 'fail', should: 'warn', may: 'info' };

/** Has every judge look at the evidence; one check for each statement that says something about the case. */
export function judge(evidence: Evidence): readonly Check[] {
  return judges.flatMap((name) => checks[name].flatMap((rule) => lookWith(name, rule, evidence)));
}

function lookWith(judge: Judge, { slug, requirement, look }: CheckRule, evidence: Evidence): readonly Check[] {
  const found = look(evidence);
  if (!found) return [];
  const { level } = found;
  if (found.holds) return [{ slug, judge, level, verdict: 'pass', requirement }];
  const { expected, observed } = found;
  return [{ slug, judge, level, verdict: missed[level], requirement, expected, observed }];
}
