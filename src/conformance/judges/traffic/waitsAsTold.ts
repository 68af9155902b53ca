import type { Exchange } from '../../../mock/mock.js';
import { type CheckRule, type Finding, finding, type StepEvidence, worstOf } from '../evidence.js';

/** Timers may fire a little early. */
const tolerance = 50;

/**
 * RFC 9110, 10.2.3: how long the user agent ought to wait. Only a lower bound is looked at, so a slow machine can never
 * make a client fail.
 */
export const waitsAsTold: CheckRule = {
  slug: 'waits-as-told',
  requirement: 'A client that tries again after Retry-After waits as long as it was told.',
  look: ({ steps }) => worstOf(steps.map(lookAt)),
};

function lookAt({ calls }: StepEvidence): Finding | undefined {
  const waits = calls.slice(1).flatMap((call, index) => {
    const before = calls[index];
    const told = before && retryAfter(before);
    return before === undefined || told === undefined ? [] : [{ told, waited: call.moment - before.moment }];
  });
  if (waits.length === 0) return undefined;
  const hasty = waits.find(({ told, waited }) => waited + tolerance < told);
  return finding(
    hasty === undefined,
    'should',
    `at least ${hasty?.told} ms between the two calls`,
    () => 'It called again earlier.',
  );
}

/** Milliseconds, by the header of one answer: a number of seconds, or a date against the answer's own time. */
function retryAfter({ at, response }: Exchange): number | undefined {
  const name = Object.keys(response.headers).find((header) => header.toLowerCase() === 'retry-after');
  const value = name === undefined ? undefined : response.headers[name];
  if (value === undefined) return undefined;
  return /^\d+$/.test(value) ? Number(value) * 1000 : Math.max(0, Date.parse(value) - Date.parse(at));
}
