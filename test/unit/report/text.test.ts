import { expect, test } from 'vitest';
import { columns } from '../../../src/report/columns.js';
import { exchangeLine } from '../../../src/report/exchangeText.js';
import { generatedDocs } from '../../../src/report/generatedDocs.js';
import { markdownTable, plainText } from '../../../src/report/markdown.js';
import { plain } from '../../../src/report/paint.js';
import { indented, printable } from '../../../src/report/printable.js';
import { andList, orList, spaced } from '../../../src/report/words.js';

test('what a client sends cannot steer the terminal it is shown on', () => {
  expect(printable('a\u001b[31m\u0007\r\u009b\tb\nc')).toBe('a\\x1b[31m\\x07\\x0d\\x9b\tb\nc');
  const line = exchangeLine(
    {
      seq: 1,
      at: '2026-01-01T08:00:00.000Z',
      request: { method: 'GET', target: '/\u001b[2J', headers: {} },
      response: { status: 404, headers: {} },
      explanation: 'one\n\u001btwo',
    },
    plain,
  );
  expect(line).toBe('08:00:00.000 GET /\\x1b[2J 404 no rule\n    one\n    \\x1btwo');
});

test('columns are as wide as their widest cell, and lines end with text', () => {
  expect(
    columns(
      [
        ['a', 'b', ''],
        ['long', 'c', 'd'],
      ],
      '  ',
    ),
  ).toEqual(['  a     b', '  long  c  d']);
});

test('text goes into a Markdown table without breaking it', () => {
  expect(markdownTable(['a'], [[plainText('x|y <b> _i_')], ['one\ntwo']])).toBe(
    '| a |\n| --- |\n| x\\|y \\<b\\> \\_i\\_ |\n| one<br>two |',
  );
});

test('lists are said with commas and one word', () => {
  expect([orList(['a']), orList(['a', 'b']), andList(['a', 'b', 'c'])]).toEqual(['a', 'a or b', 'a, b and c']);
  expect(spaced('processorTaskVersion')).toBe('processor task version');
  expect(indented('a\n\nb', '  ')).toBe('  a\n\n  b');
});

const readmeOf = (readme: string) =>
  generatedDocs([], ['README.md'], {}, (path) => (path === 'README.md' ? readme : '')).find(
    ({ path }) => path === 'README.md',
  )?.text;

test('the summary goes between the markers of the README, and nowhere else', () => {
  const once = readmeOf('# A\n<!-- generated:contracts -->old<!-- /generated -->\nend') ?? '';
  expect(once).toMatch(/^# A\n<!-- generated:contracts -->\n\n\| provider .*\n\n<!-- \/generated -->\nend$/s);
  expect(once).not.toContain('old');
  expect(readmeOf(once)).toBe(once);
  expect(readmeOf('no markers')).toBe('no markers');
  expect(() => readmeOf('<!-- generated:contracts -->')).toThrow('<!-- /generated -->');
});
