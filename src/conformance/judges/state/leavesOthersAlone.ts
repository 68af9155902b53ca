import type { WorldView } from '../../run/viewWorld.js';
import { type CheckRule, finding } from '../evidence.js';

/** What no call is about stays as it was. */
export const leavesOthersAlone: CheckRule = {
  slug: 'leaves-others-alone',
  requirement: 'Records that none of the calls changes are there afterwards, as they were.',
  look: ({ case: { subject }, expected, retried, after }) => {
    const own = subject && `${subject.resource}/${subject.key}`;
    const untouched = [...expected.before].filter(
      ([name, fields]) => name !== own && isSame(expected.after, name, fields) && isSame(retried.after, name, fields),
    );
    if (untouched.length === 0) return undefined;
    const changed = untouched.filter(([name, fields]) => !isSame(after, name, fields)).map(([name]) => name);
    return finding(
      changed.length === 0,
      'must',
      'the other records as they were',
      () => `${changed.map((name) => `${name} ${after.has(name) ? 'has changed' : 'is gone'}`).join(', ')}.`,
    );
  },
};

function isSame(view: WorldView, name: string, fields: object): boolean {
  const other = view.get(name);
  return other !== undefined && JSON.stringify(other) === JSON.stringify(fields);
}
