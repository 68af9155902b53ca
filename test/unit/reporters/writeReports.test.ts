import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plain } from '../../../src/report/paint.js';
import { parseReporters } from '../../../src/reporters/parseReporters.js';
import { writeReports } from '../../../src/reporters/writeReports.js';
import { sampleRun } from '../../support/runs/sampleRun.js';

test('a step summary keeps what other commands of the step have added', async () => {
  const summary = join(mkdtempSync(join(tmpdir(), 'summary-')), 'summary.md');
  writeFileSync(summary, 'before\n');
  const lines: string[] = [];
  const screen = { out: (text: string) => lines.push(text), err: () => {}, paint: plain };
  const choices = parseReporters(['markdown'], { GITHUB_STEP_SUMMARY: summary });
  expect(await writeReports([await sampleRun()], choices, screen)).toBe(true);
  expect(readFileSync(summary, 'utf8')).toMatch(/^before\n## ✓ acme-py 2\.1\.0\n/);
  expect(lines.join('\n')).toMatch(/The client conforms \(exit status 0\)\.$/);
});
