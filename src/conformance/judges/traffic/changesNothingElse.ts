import { type CheckRule, finding } from '../evidence.js';
import { listed } from '../say.js';

/** The neighbour path is never taken: cancel for delete, delete for cancel. */
export const changesNothingElse: CheckRule = {
  slug: 'changes-nothing-else',
  requirement: 'The client calls no other operation that changes something.',
  look: ({ case: { provider, steps }, exchanges }) => {
    const asked = new Set(steps.map(({ operation }) => `${provider}/${operation}`));
    const others = exchanges.filter(
      ({ operation, request }) =>
        operation !== undefined && !asked.has(operation) && !['GET', 'HEAD', 'OPTIONS'].includes(request.method),
    );
    if (exchanges.length === 0) return undefined;
    return finding(others.length === 0, 'must', 'no further change', () => `It also sent ${listed(others)}.`);
  },
};
