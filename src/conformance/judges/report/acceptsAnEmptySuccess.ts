import { levelOf } from '../../result.js';
import { type CheckRule, type Evidence, type Finding, finding, type StepEvidence, worstOf } from '../evidence.js';
import { answerIn, saidBy } from '../say.js';

/** A 204 is a success, and there is nothing in it to be parsed. */
export const acceptsAnEmptySuccess: CheckRule = {
  slug: 'accepts-an-empty-success',
  requirement: 'A success without a body is a success: nothing is read from what is not there.',
  look: (evidence) => worstOf(evidence.steps.map((step) => lookAt(evidence, step))),
};

const good = [undefined, 'deleted', 'absent'];

function lookAt({ known, exit }: Evidence, step: StepEvidence): Finding | undefined {
  const last = step.answer;
  if (!last || last.response.status < 200 || last.response.status > 299) return undefined;
  if (last.response.body !== undefined || last.fault !== undefined) return undefined;
  const row = last.rule === undefined ? undefined : known.ruleOf(last.rule);
  const level = row ? levelOf(row.basis.status) : 'must';
  if (step.outcome !== undefined) {
    const { outcome } = step.outcome;
    return finding(
      good.includes(outcome),
      level,
      'a success',
      () => `${answerIn(step)}, and the client told its caller ${saidBy(step.outcome)}.`,
    );
  }
  if (!exit) return undefined;
  return finding(
    exit.status === 0,
    level,
    'exit status 0',
    () => `${answerIn(step)}, and the program ended with ${ended(exit)}.`,
  );
}

function ended({ status, signal }: NonNullable<Evidence['exit']>): string {
  return status === null ? `signal ${signal}` : `status ${status}`;
}
