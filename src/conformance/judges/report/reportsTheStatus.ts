import { type CheckRule, type Finding, finding, type StepEvidence, worstOf } from '../evidence.js';
import { answerIn } from '../say.js';

/** A status that a client shows is the one it was answered with. */
export const reportsTheStatus: CheckRule = {
  slug: 'reports-the-status',
  requirement: 'Where the client shows an HTTP status, it is the one the server answered with.',
  look: ({ steps }) => worstOf(steps.map(lookAt)),
};

function lookAt(step: StepEvidence): Finding | undefined {
  const shown = step.outcome?.status;
  const last = step.exchanges.at(-1);
  if (shown === undefined || !last) return undefined;
  const seen = last.response.status;
  return finding(
    shown === seen,
    'must',
    seen === 0 ? 'no status' : String(seen),
    () => `${answerIn(step)}, and the client showed ${shown}.`,
  );
}
