import type { CaseResult, Check } from '../conformance/index.js';
import { observedShape } from './observedShape.js';

/** Cases in which one check came to the same. */
export interface CheckGroup {
  /** Of the first case; the others' differ in ids and numbers. */
  readonly check: Check;
  readonly cases: readonly CaseResult[];
}

/** The checks of these cases that came to `verdict`, those that look like one defect together; the largest group first. */
export function groupChecks(cases: readonly CaseResult[], verdict: Check['verdict']): readonly CheckGroup[] {
  const groups = new Map<string, { check: Check; cases: CaseResult[] }>();
  for (const one of cases) {
    for (const check of one.checks) {
      if (check.verdict !== verdict) continue;
      const key = JSON.stringify([check.slug, observedShape(check.observed)]);
      const group = groups.get(key) ?? { check, cases: [] };
      groups.set(key, group);
      if (group.cases.at(-1) !== one) group.cases.push(one);
    }
  }
  return [...groups.values()].sort((a, b) => b.cases.length - a.cases.length);
}

/** Cases that were not judged for one reason. */
export interface MessageGroup {
  readonly message: string;
  readonly issue?: string;
  readonly cases: readonly CaseResult[];
}

/** Cases that are `unsupported` or `error`, those with one reason together; the largest group first. */
export function groupMessages(cases: readonly CaseResult[], verdict: 'unsupported' | 'error'): readonly MessageGroup[] {
  const groups = new Map<string, MessageGroup & { cases: CaseResult[] }>();
  for (const one of cases) {
    if (one.verdict !== verdict) continue;
    const { message = 'no reason was given', issue } = one;
    const key = JSON.stringify([observedShape(message), issue]);
    const group = groups.get(key) ?? { message, ...(issue === undefined ? {} : { issue }), cases: [] };
    groups.set(key, group);
    group.cases.push(one);
  }
  return [...groups.values()].sort((a, b) => b.cases.length - a.cases.length);
}
