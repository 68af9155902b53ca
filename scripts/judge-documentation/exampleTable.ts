import { code, markdownTable } from '../../src/report/markdown.js';
import type { CallResults, ExampleResult } from './exampleResults.js';
import type { Language } from './gallery.js';

/** Which examples survive a success without content, and which notice a refusal, in Markdown. */
export function exampleTable(languages: readonly Language[], calls: readonly CallResults[]): string {
  const head = ['written in', 'call', 'survives the 204', 'notices the refusal'];
  const table = markdownTable(
    head,
    languages.flatMap(({ name }) => rowsOf(name, calls)),
  );
  const missing = languages.filter(({ name }) => !calls.some((call) => name in call.languages));
  if (missing.length === 0) return table;
  return `${table}\n\nNot run here: ${missing.map(({ name }) => name).join(', ')}.`;
}

/** Calls that come to the same share a row. */
function rowsOf(language: string, calls: readonly CallResults[]): readonly (readonly string[])[] {
  const rows = new Map<string, { operations: string[]; cells: readonly string[] }>();
  for (const call of calls) {
    const result = call.languages[language];
    if (result === undefined) continue;
    const cells = cellsOf(call, result);
    const row = rows.get(cells.join()) ?? { operations: [], cells };
    row.operations.push(code(call.operation));
    rows.set(cells.join(), row);
  }
  return [...rows.values()].map(({ operations, cells }) => [language, operations.join(', '), ...cells]);
}

function cellsOf({ success, refusal }: CallResults, result: ExampleResult): readonly string[] {
  const { survivesNoContent: survives, noticesTheRefusal } = result;
  return [
    survives === undefined ? `(${success}, with content)` : yesOrNo(survives),
    `${yesOrNo(noticesTheRefusal)} (${refusal})`,
  ];
}

function yesOrNo(holds: boolean): string {
  return holds ? 'yes' : '**no**';
}
