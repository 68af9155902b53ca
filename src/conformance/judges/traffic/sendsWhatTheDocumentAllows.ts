import type { FailureKind } from '../../../language/lifecycle.js';
import { type CheckRule, type Evidence, type Finding, finding, type StepEvidence, worstOf } from '../evidence.js';
import { answerIn } from '../say.js';

const spoilt: readonly FailureKind[] = ['missing', 'invalid', 'unknown', 'malformed', 'mediaType', 'tooLarge'];

/** What was asked for right is sent right: not one header, parameter or field that has the call refused. */
export const sendsWhatTheDocumentAllows: CheckRule = {
  slug: 'sends-what-the-document-allows',
  requirement: 'A request that can be made as the document says is made so, and not refused for its form.',
  look: (evidence) => worstOf(evidence.steps.map((step) => lookAt(evidence, step))),
};

function lookAt({ known }: Evidence, step: StepEvidence): Finding | undefined {
  const decided = step.exchanges.filter(({ rule, fault }) => rule !== undefined && !fault);
  if (decided.length === 0) return undefined;
  const refused = decided.find(
    ({ rule = '' }) =>
      rule !== step.expected.answer?.rule && known.ruleOf(rule)?.failure?.some((kind) => spoilt.includes(kind)),
  );
  return finding(refused === undefined, 'must', 'a request the provider can read', () => {
    const why = refused?.explanation === undefined ? '' : ` ${refused.explanation}`;
    return `${answerIn(step)}.${why}`;
  });
}
