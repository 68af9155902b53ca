import { type IndistinguishableRows, indistinguishable, sameWords } from '../../table/indistinguishable.js';
import { note } from './finding.js';
import type { LintRule } from './subject.js';

/** Rows that mean different things and look the same to a client; nobody's mistake, but cases must know. */
export const rowsCanBeToldApart: LintRule = (subject) =>
  Object.entries(subject.lifecycle.operations).flatMap(([id, { decide, place }]) => {
    const pairs = indistinguishable(subject, id).filter(({ words }) => !sameWords(words));
    return [...new Set(pairs.map(({ rows }) => rows[0]))].map((one) => {
      const alike = pairs.filter(({ rows }) => rows[0] === one);
      const others = alike.map(({ rows: [, other], words }) => `"${other}" (${inWords(words[1])})`).join(' and ');
      const [first] = alike;
      const message = `A client of ${id} cannot tell row "${one}" (${inWords(first?.words[0] ?? [])}) from ${others}: status and body are the same. Cases accept either report.`;
      return note('lint-indistinguishable', decide.find((row) => row.id === one)?.place ?? place, message);
    });
  });

function inWords(words: IndistinguishableRows['words'][0]): string {
  return words.length === 0 ? 'no report' : words.join(' or ');
}
