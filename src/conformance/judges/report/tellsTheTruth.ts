import { type CheckRule, type Evidence, type Finding, finding, type StepEvidence, worstOf } from '../evidence.js';
import { nameOf, saidBy } from '../say.js';
import { allowedWords } from '../words.js';

/** The invariant over every case and fault. */
export const tellsTheTruth: CheckRule = {
  slug: 'tells-the-truth',
  requirement:
    'A client never says "deleted" or "absent" of a record that still exists, nor "refused" of one that is gone.',
  look: (evidence) => worstOf(evidence.steps.map((step) => lookAt(evidence, step))),
};

function lookAt({ known }: Evidence, step: StepEvidence): Finding | undefined {
  const { subject, outcome, existedBefore, existsAfter } = step;
  if (!subject || outcome === undefined) return undefined;
  const says = outcome.outcome;
  // A record can be hidden from the operation that was asked: then "absent" is what the provider itself says.
  const hidden = allowedWords(known, step).words.includes('absent');
  const saysGone = says === 'deleted' || (says === 'absent' && !hidden);
  const lies = existsAfter ? saysGone : says === 'refused' && existedBefore;
  return finding(
    !lies,
    'must',
    existsAfter ? 'no word that says it is gone' : 'no word that says it is still there',
    () =>
      `The client told its caller ${saidBy(outcome)}, but ${nameOf(subject)} ${existsAfter ? 'still exists' : 'is gone'}.`,
  );
}
