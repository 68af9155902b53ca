import { isFinal } from '../../run/attribute.js';
import { type CheckRule, type Finding, finding, type StepEvidence, worstOf } from '../evidence.js';
import { listed } from '../say.js';

/** An answer that says how it is needs no second call that changes something. */
export const sendsItOnce: CheckRule = {
  slug: 'sends-it-once',
  requirement: 'A call that changes something is not repeated once it has its answer.',
  look: ({ steps }) => worstOf(steps.map(lookAt)),
};

function lookAt({ expected, calls }: StepEvidence): Finding | undefined {
  if (['GET', 'HEAD'].includes(expected.method)) return undefined;
  if (calls.length === 0) return undefined;
  const answered = calls.findIndex(isFinal);
  const again = answered === -1 ? [] : calls.slice(answered + 1);
  return finding(again.length === 0, 'must', 'one call', () => `After its answer it sent ${listed(again)}.`);
}
