import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tombstone } from '../cli/support/tombstone.js';

const folder = mkdtempSync(join(tmpdir(), 'baseline-'));
const operation = 'huawei-mpc/deleteTranscodingTask';
const client = ['--', 'node', '.cache/build/conformance/mutants/main.js', 'everything-is-deleted'];
const slugs = '[reports-the-outcome, tells-the-truth, notices-the-refusal]';

async function judge(baseline: string, select = `${operation}/not-final`) {
  const file = join(folder, 'baseline.yaml');
  writeFileSync(file, baseline);
  const args = [
    'conform',
    'huawei-mpc',
    '--select',
    select,
    '--baseline',
    file,
    '--reporter',
    `json=${join(folder, 'run.json')}`,
  ];
  const { status, stdout, stderr } = await tombstone(...args, ...client);
  return { status, stdout, stderr };
}

describe('a baseline', () => {
  it('makes failures expected, by a pattern and by their checks; the command ends with 0', async () => {
    const { status, stdout } = await judge(
      `- { case: ${operation}/not-final/*, checks: ${slugs}, because: known, wontfix: true }\n`,
    );
    expect(stdout).toContain('4 failures expected by the baseline');
    expect(status).toBe(0);
  });

  it('does not make another failure of the same case expected', async () => {
    const { status } = await judge(
      `- { case: ${operation}/not-final/*, checks: [tells-the-truth], because: known, wontfix: true }\n`,
    );
    expect(status).toBe(1);
  });

  it('does not make a failure expected that is another one by its signature', async () => {
    const entry = (like: string) =>
      `- { case: ${operation}/not-final/*, checks: ${slugs}, because: known, wontfix: true, fails-like: '${like}' }\n`;
    expect((await judge(entry('told its caller "deleted"'))).status).toBe(0);
    const other = await judge(entry('told its caller "failed"'));
    expect(other.status).toBe(1);
    expect(other.stdout).toContain('does not fail so any more. Delete the entry, or mend it.');
  });

  it('that expects what passes is out of date: 1, and the line to delete', async () => {
    const baseline = `# known\n- { case: ${operation}/deleted/FAILED, because: it was so, wontfix: true }\n`;
    const { status, stdout } = await judge(baseline, `${operation}/deleted/FAILED`);
    expect(status).toBe(1);
    expect(stdout).toMatch(/baseline\.yaml:2: ".*\/deleted\/FAILED" does not fail so any more/);
  });

  it('names no case that does not exist: 2', async () => {
    const { status, stdout } = await judge(`- { case: ${operation}/not-fnal, because: a slip, wontfix: true }\n`);
    expect(status).toBe(2);
    expect(stdout).toContain('fits no case there is');
  });

  it('may speak of cases that were not selected', async () => {
    const known = `- { case: ${operation}/not-final, because: known, wontfix: true }\n`;
    const { status } = await judge(`${known}- { case: huawei-mpc/stories/**, because: known, wontfix: true }\n`);
    expect(status).toBe(0);
  });

  it('of what fails now and then never decides', async () => {
    const entry = (rest: string) =>
      `- { case: ${operation}/**, because: races, issue: 'https://example.com/1', ${rest} }\n`;
    expect((await judge(entry('flaky: true'))).status).toBe(0);
    expect((await judge(entry('flaky: true'), `${operation}/deleted/SUCCEEDED`)).status).toBe(0);
  });

  it.each([
    ['- { case: x/y }\n', 'baseline.yaml:1:3: The key "because" is missing'],
    ['- { case: x/y, because: known, check: [a] }\n', 'Unknown key "check"'],
    [
      '- { case: x/y, because: known }\n',
      'say where it is followed up (issue: URL), or that it is not (wontfix: true).',
    ],
    ['- { case: x/y, because: known, wontfix: true, checks: [tells-the-thruth] }\n', 'Did you mean "tells-the-truth"?'],
    [
      '- { case: x/y, because: known, wontfix: true }\n- { case: x/y, because: known too, wontfix: true }\n',
      'Keep one of the two.',
    ],
    ['- {\n', 'This is not valid YAML'],
  ])('%j is refused with its line, and nothing runs', async (baseline, message) => {
    const { status, stderr } = await judge(baseline);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('`tombstone baseline update`', () => {
  it('adds what fails, takes out what does not, and keeps comments; after it the run is as expected', async () => {
    const file = join(folder, 'mine.yaml');
    const kept = `# Ours, since the beginning.\n- case: ${operation}/not-final/WAITING # the usual\n  checks: ${slugs}\n  because: known\n  wontfix: true\n`;
    const gone = `- { case: ${operation}/deleted/FAILED, because: it was so, wontfix: true }\n`;
    writeFileSync(file, kept + gone);
    const run = join(folder, 'all.json');
    const again = () =>
      tombstone(
        'conform',
        'huawei-mpc',
        '--select',
        operation,
        '--baseline',
        file,
        '--reporter',
        `json=${run}`,
        ...client,
      );
    expect((await again()).status).toBe(1);

    const { stdout } = await tombstone('baseline', 'update', file, run);
    expect(stdout).toContain(`- ${operation}/deleted/FAILED`);
    expect(stdout).toContain(`+ ${operation}/not-final/TRANSCODING`);
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith('# Ours, since the beginning.\n')).toBe(true);
    expect(text).toContain('# the usual');
    expect(text).not.toContain('deleted/FAILED,');
    expect((await again()).status).toBe(0);
  });

  it('makes a file that is not there', async () => {
    const file = join(folder, 'new.yaml');
    const { status } = await tombstone('baseline', 'update', file, join(folder, 'all.json'));
    expect(status).toBe(0);
    expect(readFileSync(file, 'utf8')).toMatch(/^# What this client is known to fail/);
  });
});
