import type { Expectation } from '../run/expectation.js';

/**
 * What decides each call of a case where every call is made once, as a story's `expect` writes it: `deleteTask/deleted`;
 * `no-answer` where a fault lets none out, `status 503` where one answers and no rule does.
 */
export function decidedBy({ steps }: Expectation, provider: string): readonly string[] {
  return steps.map(({ answer }) => {
    if (!answer || answer.response.status === 0) return 'no-answer';
    return answer.rule?.slice(provider.length + 1) ?? `status ${answer.response.status}`;
  });
}
