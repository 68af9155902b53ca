import { type CheckRule, type Evidence, type Finding, finding, type StepEvidence, worstOf } from '../evidence.js';
import { answerIn, either, saidBy } from '../say.js';
import { allowedWords } from '../words.js';

/** What a client says of the record is what the answer it got says. */
export const reportsTheOutcome: CheckRule = {
  slug: 'reports-the-outcome',
  requirement: 'The client tells its caller the outcome that the answer means.',
  look: (evidence) => worstOf(evidence.steps.map((step) => lookAt(evidence, step))),
};

function lookAt({ known }: Evidence, step: StepEvidence): Finding | undefined {
  const { words, level } = allowedWords(known, step);
  if (words.length === 0 || step.outcome === undefined) return undefined;
  const { outcome } = step.outcome;
  return finding(
    outcome !== undefined && words.includes(outcome),
    level,
    either(words),
    () => `${answerIn(step)}, and the client told its caller ${saidBy(step.outcome)}.`,
  );
}
