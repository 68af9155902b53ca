import { type CheckRule, type Finding, finding, laterAnswers, type StepEvidence, worstOf } from '../evidence.js';
import { answerIn } from '../say.js';

/** A status that a client shows is the one it was answered with. */
export const reportsTheStatus: CheckRule = {
  slug: 'reports-the-status',
  requirement: 'Where the client shows an HTTP status, it is the one the server answered with.',
  look: ({ steps }) => worstOf(steps.map(lookAt)),
};

function lookAt(step: StepEvidence): Finding | undefined {
  const shown = step.outcome?.status;
  if (shown === undefined || !step.answer) return undefined;
  const seen = step.answer.response.status;
  return finding(
    laterAnswers(step).some(({ response }) => response.status === shown),
    'must',
    seen === 0 ? 'no status' : String(seen),
    () => `${answerIn(step)}, and the client showed ${shown}.`,
  );
}
