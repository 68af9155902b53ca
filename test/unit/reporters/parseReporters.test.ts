import { describe, expect, it, test } from 'vitest';
import { parseReporters } from '../../../src/reporters/parseReporters.js';

describe('--reporter', () => {
  it('is pretty where it is not given', () => {
    expect(parseReporters([], {})).toEqual([{ name: 'pretty' }]);
  });

  it('names a file after the first =', () => {
    expect(parseReporters(['pretty', 'json=out/a=b.json'], {})).toEqual([
      { name: 'pretty' },
      { name: 'json', file: 'out/a=b.json' },
    ]);
  });

  it('leaves standard output to pretty where all others have a file, so that the verdict is always told', () => {
    expect(parseReporters(['junit=junit.xml'], {})).toEqual([{ name: 'junit', file: 'junit.xml' }, { name: 'pretty' }]);
  });

  it('takes - for standard output', () => {
    expect(parseReporters(['json=-'], {})).toEqual([{ name: 'json' }]);
  });

  it('adds markdown to the step summary of GitHub Actions, unless it has a file', () => {
    const environment = { GITHUB_STEP_SUMMARY: '/tmp/summary' };
    expect(parseReporters(['markdown'], environment)).toEqual([
      { name: 'markdown', file: '/tmp/summary', append: true },
      { name: 'pretty' },
    ]);
    expect(parseReporters(['markdown=x.md'], environment)[0]).toEqual({ name: 'markdown', file: 'x.md' });
    expect(parseReporters(['markdown'], { GITHUB_STEP_SUMMARY: '' })).toEqual([{ name: 'markdown' }]);
  });
});

test.each([
  [
    ['jsn'],
    'There is no reporter "jsn"; there are pretty, json, junit, tap, markdown, html. Did you mean "json"? [bad-usage]',
  ],
  [['toString'], 'There is no reporter "toString"; there are pretty, json, junit, tap, markdown, html. [bad-usage]'],
  [
    ['json='],
    '--reporter json= names no file; write --reporter json=FILE, or --reporter json for standard output. [bad-usage]',
  ],
  [
    ['pretty', 'json'],
    'pretty and json would both go to standard output; give one of them a file: --reporter json=FILE. [bad-usage]',
  ],
  [['html', 'html'], '--reporter html is given twice; give one of them a file: --reporter html=FILE. [bad-usage]'],
  [
    ['json=a/x', 'html=a/../a/x'],
    'json and html would both be written to a/../a/x; give each a file of its own. [bad-usage]',
  ],
])('%j is refused', (given, message) => {
  expect(() => parseReporters(given, {})).toThrow(expect.objectContaining({ message }));
});
