import { type CheckRule, type Evidence, type Finding, finding, type StepEvidence, worstOf } from '../evidence.js';
import { listed } from '../say.js';

/** The call is made, at the operation's own method and path. */
export const sendsTheOperation: CheckRule = {
  slug: 'sends-the-operation',
  requirement: "The client calls the operation it was asked for, by the operation's method and path.",
  look: (evidence) => worstOf(evidence.steps.map((step) => lookAt(evidence, step))),
};

function lookAt({ case: { maySendNothing }, exchanges }: Evidence, step: StepEvidence): Finding | undefined {
  if (maySendNothing && exchanges.length === 0) return undefined;
  if (step.step.maySendNothing && step.exchanges.length === 0) return undefined;
  const { method, target } = step.expected;
  return finding(step.calls.length > 0, 'must', `${method} ${target}`, () => `It sent ${listed(exchanges)}.`);
}
