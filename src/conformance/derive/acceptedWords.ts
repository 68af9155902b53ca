import type { ReportWord } from '../../language/lifecycle.js';
import type { IndistinguishableRows } from '../../table/indistinguishable.js';

/** Where no client can tell two rows apart, either's words are accepted, and so is saying so. */
export function acceptedWords(
  own: readonly ReportWord[],
  alike: readonly IndistinguishableRows[],
): readonly ReportWord[] {
  const others = alike.flatMap(({ words }) => words.flat()).filter((word) => !own.includes(word));
  return own.length === 0 || others.length === 0 ? own : [...new Set([...own, ...others, 'unknown' as const])];
}
