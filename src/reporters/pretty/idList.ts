import { printable } from '../../report/printable.js';

/** How many ids a list shows before it says how many more there are. */
const shown = 12;

/** The ids of cases, one a line, the same space before each; of many only the first. */
export function idList(cases: readonly { readonly id: string }[], space: string): readonly string[] {
  // One that is left out needs as much room as the line that says so.
  const isShort = cases.length <= shown + 1;
  const ids = (isShort ? cases : cases.slice(0, shown)).map(({ id }) => space + printable(id).replaceAll('\n', ' '));
  return isShort ? ids : [...ids, `${space}… ${cases.length - shown} more; --reporter json has all`];
}
