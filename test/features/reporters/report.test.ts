import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { hasty, troubled } from '../../support/runs/sampleClients.js';
import { sampleRun } from '../../support/runs/sampleRun.js';
import { tombstone } from '../cli/support/tombstone.js';

const folder = mkdtempSync(join(tmpdir(), 'reports-'));
const file = (name: string) => join(folder, name);
const run = await sampleRun({ deviate: troubled });
writeFileSync(file('a.json'), JSON.stringify(run));
writeFileSync(
  file('b.json'),
  `\uFEFF${JSON.stringify(await sampleRun({ client: { name: 'hasty' }, deviate: hasty }))}`,
);

describe('tombstone report', () => {
  it('shows a saved report again, and ends with 0 whatever the run came to', async () => {
    const { status, stdout, stderr } = await tombstone('report', file('a.json'));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/✗ report\.outcome \(must[\s\S]*\(exit status 1\)\.\n$/);
  });

  it('saves again what it has read', async () => {
    const { stdout } = await tombstone('report', file('a.json'), '--reporter', 'json');
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(run)));
  });

  it('shows several side by side, in as many formats as are asked for', async () => {
    const reporters = ['html=out/deep/page.html', 'junit=junit.xml', 'markdown=summary.md'].map((one) =>
      one.replace('=', `=${folder}/`),
    );
    const { status, stdout, stderr } = await tombstone(
      'report',
      file('a.json'),
      file('b.json'),
      ...reporters.flatMap((one) => ['--reporter', one]),
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/\noperation +acme-py 2\.1\.0 +hasty\n/);
    expect(stderr.split('\n')).toHaveLength(4);
    for (const name of ['out/deep/page.html', 'junit.xml', 'summary.md'])
      expect(readFileSync(file(name), 'utf8')).toContain('hasty');
  });

  it('tells the verdict where a file cannot be written, complains, and ends with 2', async () => {
    mkdirSync(file('taken'), { recursive: true });
    const { status, stdout, stderr } = await tombstone(
      'report',
      file('a.json'),
      '--reporter',
      `junit=${file('taken')}`,
      '--reporter',
      `json=${file('still.json')}`,
    );
    expect(status).toBe(2);
    expect(stdout).toContain('(exit status 1).');
    expect(stderr).toMatch(/tombstone: The junit report cannot be written to .*taken \(.*\)\. \[cannot-write\]\n$/);
    expect(existsSync(file('still.json'))).toBe(true);
  });
});

test.each([
  ['not JSON', '{', /x\.json is not JSON \(.*\)\. \[bad-report\]/],
  ['another thing', '{"openapi":"3.1.0"}', /x\.json is no conformance report: it has no "format"\. \[bad-report\]/],
  ['null', 'null', /x\.json is no conformance report: it has no "format"\. \[bad-report\]/],
  ['a later format', '{"format":2}', /x\.json is a report of format 2; this version reads format 1\. \[bad-report\]/],
  [
    'a part of one',
    '{"format":1,"seed":"x"}',
    /no conformance report of format 1:\n( {2}\S.*\n){5} {2}… \d+ more\n \[bad-report\]/,
  ],
])('%s is refused with what is wrong and status 2', async (_, text, message) => {
  writeFileSync(file('x.json'), text);
  const { status, stdout, stderr } = await tombstone('report', file('x.json'));
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(message);
});

test.each([
  [[], 'Which report? `tombstone report <run.json…>`. [bad-usage]'],
  [['no-such.json'], /^no-such\.json cannot be read \(ENOENT.*\)\. \[bad-report\]$/],
  [
    [file('a.json'), file('b.json'), '--reporter', 'json'],
    'json shows one run, and 2 were given; pretty, junit, tap, markdown, html show several. [bad-usage]',
  ],
])('%j is refused', async (args, message) => {
  const { status, stderr } = await tombstone('report', ...args);
  expect(status).toBe(2);
  expect(stderr.trimEnd().replace(/^tombstone: /, '')).toEqual(
    typeof message === 'string' ? message : expect.stringMatching(message),
  );
});
