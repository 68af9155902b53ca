import { type CheckRule, type Evidence, finding } from '../evidence.js';
import { nameOf } from '../say.js';

/** The record a case is about is gone where the calls delete it. */
export const deletesTheRecord: CheckRule = {
  slug: 'deletes-the-record',
  requirement: 'The record is gone once the calls that delete it are made.',
  look: (evidence) => {
    const { subject } = evidence.case;
    if (!subject || !before(evidence) || becomes(evidence) !== 'gone') return undefined;
    return finding(!has(evidence), 'must', `${nameOf(subject)} is gone`, () => `${nameOf(subject)} still exists.`);
  },
};

/** The record a case is about stays where nothing that was asked for deletes it. */
export const keepsTheRecord: CheckRule = {
  slug: 'keeps-the-record',
  requirement: 'The record still exists where none of the calls deletes it.',
  look: (evidence) => {
    const { subject } = evidence.case;
    if (!subject || !before(evidence) || becomes(evidence) !== 'kept') return undefined;
    return finding(has(evidence), 'must', `${nameOf(subject)} still exists`, () => `${nameOf(subject)} is gone.`);
  },
};

const viewed = ({ resource, key }: { readonly resource: string; readonly key: string | number }) =>
  `${resource}/${key}`;

function before({ case: { subject }, expected }: Evidence): boolean {
  return subject !== undefined && expected.before.has(viewed(subject));
}

function has({ case: { subject }, after }: Evidence): boolean {
  return subject !== undefined && after.has(viewed(subject));
}

/** Under a fault it depends on whether the client tries again, which it may and need not. */
function becomes({ case: { subject }, expected, retried }: Evidence): 'gone' | 'kept' | 'either' {
  if (!subject) return 'either';
  const once = expected.after.has(viewed(subject));
  if (once !== retried.after.has(viewed(subject))) return 'either';
  return once ? 'kept' : 'gone';
}
