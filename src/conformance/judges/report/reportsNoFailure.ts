import { levelOf } from '../../result.js';
import { type CheckRule, type Evidence, type Finding, finding, type StepEvidence, worstOf } from '../evidence.js';
import { answerIn, saidBy } from '../say.js';
import { allowedWords } from '../words.js';

/** A call that did what was asked is no failure. */
export const reportsNoFailure: CheckRule = {
  slug: 'reports-no-failure',
  requirement: 'A call that succeeded, and deletes nothing, is told as a success.',
  look: (evidence) => worstOf(evidence.steps.map((step) => lookAt(evidence, step))),
};

function lookAt({ known, exit }: Evidence, step: StepEvidence): Finding | undefined {
  const last = step.answer;
  if (!last || last.response.status < 200 || last.response.status > 299 || last.fault !== undefined) return undefined;
  const row = last.rule === undefined ? undefined : known.ruleOf(last.rule);
  const level = row ? levelOf(row.basis.status) : 'must';
  if (step.outcome === undefined) {
    if (!exit || last.response.body === undefined) return undefined;
    return finding(exit.status === 0, level, 'exit status 0', () => `${answerIn(step)}, and the program failed.`);
  }
  if (allowedWords(known, step).words.length > 0) return undefined;
  return finding(
    step.outcome.outcome === undefined,
    level,
    'a success',
    () => `${answerIn(step)}, and the client told its caller ${saidBy(step.outcome)}.`,
  );
}
