import { errorTable } from '../errorTable.js';
import { code, markdownTable, plainText } from './markdown.js';

/** The page of error codes in the documentation, generated from the table of errors. */
export function errorPage(): string {
  const rows = Object.entries(errorTable).map(([name, { about, remedy }]) => [
    code(name),
    plainText(about),
    plainText(remedy),
  ]);
  return `${[
    '<!-- Generated from src/errorTable.ts by `npm run docs`. Change the table, not this page. -->',
    '# Error codes',
    'Every error this package raises on purpose ends with its code in brackets, and carries it as `code`. Codes are stable; messages may be reworded.',
    markdownTable(['code', 'what happened', 'what to do'], rows),
  ].join('\n\n')}\n`;
}
