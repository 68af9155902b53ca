import { type CheckRule, type Evidence, type Finding, finding, type StepEvidence, worstOf } from '../evidence.js';
import { answerIn, saidBy } from '../say.js';
import { allowedWords } from '../words.js';

/** An answer from 400 on is no success. */
export const noticesTheRefusal: CheckRule = {
  slug: 'notices-the-refusal',
  requirement: 'An error status is never told as a success.',
  look: (evidence) => worstOf(evidence.steps.map((step, index) => lookAt(evidence, step, index))),
};

function lookAt({ known, exit, steps }: Evidence, step: StepEvidence, index: number): Finding | undefined {
  const last = step.answer;
  if (!last || last.response.status < 400) return undefined;
  if (step.outcome === undefined) {
    // A program's exit speaks of its last call; that it prints the error, and ends well, is a matter of taste.
    if (!exit || index !== steps.length - 1) return undefined;
    return finding(
      exit.status !== 0,
      'should',
      'an exit status other than 0',
      () => `${answerIn(step)}, and the program ended with status 0.`,
    );
  }
  const { outcome } = step.outcome;
  const success = outcome === undefined || outcome === 'deleted';
  return finding(
    !success || (outcome !== undefined && allowedWords(known, step).words.includes(outcome)),
    'must',
    'anything but a success',
    () => `${answerIn(step)}, and the client told its caller ${saidBy(step.outcome)}.`,
  );
}
