import { type CheckRule, finding } from '../evidence.js';
import { listed } from '../say.js';

/** Who has good credentials is let in. */
export const authenticates: CheckRule = {
  slug: 'authenticates',
  requirement: 'With good credentials, every call is signed or carries its key as the provider wants it.',
  look: ({ case: { setup }, exchanges, known }) => {
    if (setup.credentials !== 'good' || setup.clockOffset !== 0 || exchanges.length === 0) return undefined;
    const denied = exchanges.filter(
      ({ rule, fault }) => !fault && rule !== undefined && known.ruleOf(rule)?.failure?.includes('unauthenticated'),
    );
    const [first] = denied;
    return finding(
      denied.length === 0,
      'must',
      'a credential the provider accepts',
      () => `${listed(denied)} was refused: ${first?.explanation ?? first?.response.body ?? first?.response.status}`,
    );
  },
};
