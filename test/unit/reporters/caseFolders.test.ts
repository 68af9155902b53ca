import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { safePaths } from '../../../src/reporters/folders/safeNames.js';
import { writeCaseFolders } from '../../../src/reporters/folders/writeCaseFolders.js';
import { troubled } from '../../support/runs/sampleClients.js';
import { sampleRun } from '../../support/runs/sampleRun.js';

const run = await sampleRun({ deviate: troubled, select: /deleteTranscodingTask/ });
const folder = () => mkdtempSync(join(tmpdir(), 'cases-'));
const succeeded = 'huawei-mpc/deleteTranscodingTask/deleted/SUCCEEDED';

describe('the folder of a case', () => {
  it('holds the exchange as HAR, the checks, what the client printed, the case, and how to do it again', async () => {
    const root = folder();
    await writeCaseFolders(run, root);
    const read = (name: string) => readFileSync(join(root, succeeded, name), 'utf8');
    const one = run.cases.find(({ id }) => id === succeeded);
    expect(readdirSync(join(root, succeeded)).sort()).toEqual([
      'case.json',
      'checks.json',
      'exchange.har',
      'replay.sh',
      'stderr.txt',
      'stdout.txt',
    ]);
    expect(JSON.parse(read('checks.json'))).toEqual(one?.checks);
    expect(JSON.parse(read('case.json'))).toMatchObject({ id: succeeded, verdict: 'fail', rule: one?.rule });
    const [entry] = JSON.parse(read('exchange.har')).log.entries;
    expect(entry).toMatchObject({
      request: { method: 'DELETE', queryString: [{ name: 'task_id', value: '107211' }] },
      response: { status: 204 },
      _rule: one?.rule,
    });
    expect(entry.request.url).toMatch(/^http:\/\/127\.0\.0\.1:41007\/v1\/.+\/transcodings\/task\?task_id=107211$/);
    expect(read('stdout.txt')).toBe('deleting 100211\n');
  });

  it('has a replay.sh that runs the replay command', async () => {
    const root = folder();
    const cases = run.cases.map((one) => ({
      ...one,
      title: 'first\necho injected',
      replay: `printf %s "it's replayed"`,
    }));
    await writeCaseFolders({ ...run, cases }, root);
    const script = join(root, succeeded, 'replay.sh');
    expect(execFileSync(script, { encoding: 'utf8' })).toBe("it's replayed");
    expect(statSync(script).mode & 0o111).toBe(0o111);
  });

  it('loses what an earlier run left there and this one has not', async () => {
    const root = folder();
    await writeCaseFolders(run, root);
    const cases = run.cases.map(({ output: _, ...one }) => one);
    await writeCaseFolders({ ...run, cases }, root);
    expect(readdirSync(join(root, succeeded))).not.toContain('stdout.txt');
  });

  it('is refused with one clear error where it cannot be written', async () => {
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    await expect(writeCaseFolders(run, file)).rejects.toThrow(
      /^The folders of the cases cannot be written to .*file \(.*\)\. \[cannot-write\]$/,
    );
  });
});

describe('the name of a folder', () => {
  it('is the id, with what some file system does not allow percent-encoded', () => {
    expect(safePaths([succeeded, 'a/task_id:other', 'a/x@refuse', 'a/../b', 'a/nul', 'a/é'])).toEqual([
      succeeded,
      'a/task_id%3Aother',
      'a/x@refuse',
      'a/%2E%2E/b',
      'a/%nul',
      'a/%C3%A9',
    ]);
  });

  it('is another one where two ids differ in case alone', () => {
    expect(safePaths(['a/Ready', 'a/ready', 'a/READY'])).toEqual(['a/Ready', 'a/ready~2', 'a/READY~3']);
  });
});
