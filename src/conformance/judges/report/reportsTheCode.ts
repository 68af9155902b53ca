import { codesIn } from '../codesIn.js';
import { type CheckRule, type Finding, finding, laterAnswers, type StepEvidence, worstOf } from '../evidence.js';
import { answerIn } from '../say.js';

/** A code that a client shows stands in the answer. */
export const reportsTheCode: CheckRule = {
  slug: 'reports-the-code',
  requirement: "Where the client shows the provider's own code, it stands in the answer.",
  look: ({ steps }) => worstOf(steps.map(lookAt)),
};

function lookAt(step: StepEvidence): Finding | undefined {
  const shown = step.outcome?.code;
  if (shown === undefined || shown === '' || !step.answer) return undefined;
  return finding(
    laterAnswers(step).some(({ response }) => codesIn(response.body ?? '').includes(shown)),
    'must',
    'a code of the answer',
    () => `${answerIn(step)}, and the client showed the code ${JSON.stringify(shown)}.`,
  );
}
