import { type CheckRule, finding } from '../evidence.js';
import { listed } from '../say.js';

/** Every call is one the provider has. */
export const callsWhatExists: CheckRule = {
  slug: 'calls-what-exists',
  requirement: 'Every call is one of the operations in the provider’s document.',
  look: ({ exchanges }) => {
    if (exchanges.length === 0) return undefined;
    const lost = exchanges.filter(({ operation }) => operation === undefined);
    return finding(lost.length === 0, 'must', 'operations of the document', () =>
      `It sent ${listed(lost)}. ${lost[0]?.explanation ?? ''}`.trim(),
    );
  },
};
