import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../src/contract/packageRoot.js';
import { authorityFolders } from './support/running.js';

const run = promisify(execFile);
const task = 'https://api.twelvelabs.io/v1.3/tasks/6298d673f1090f1100476d4c';

/** Runs a program with `--import tombstone/intercept`, and Node's options otherwise as they are. */
function intercepted(source: string) {
  const args = ['--import', 'tombstone/intercept', '--input-type=module', '--eval', source];
  return run(process.execPath, args, { cwd: packageRoot });
}

describe('node --import tombstone/intercept', () => {
  it('leads fetch, https and child processes to the mocks, and reports when the program ends', async () => {
    const before = authorityFolders();
    const { stdout, stderr } = await intercepted(`
      import { execFileSync } from 'node:child_process';
      import { get } from 'node:https';
      const headers = { 'x-api-key': 'any' };
      console.log((await fetch('${task}', { method: 'DELETE', headers })).status);
      console.log(await new Promise((resolve, reject) => {
        get('${task}', { headers }, (answer) => resolve(answer.resume().statusCode)).on('error', reject);
      }));
      const curl = ['-s', '-o', '/dev/null', '-w', '%{http_code}', '-H', 'x-api-key: any', '${task}'];
      console.log(String(execFileSync('curl', curl)));
    `);
    expect(stdout).toBe('204\n404\n404\n');
    expect(stderr).toContain('twelvelabs/getTask');
    expect(stderr).toContain('The command ended with 0; no violation.');
    expect(authorityFolders().filter((name) => !before.includes(name))).toEqual([]);
  });

  it('leads the threads of a program, too', async () => {
    const { stdout } = await intercepted(`
      import { Worker } from 'node:worker_threads';
      new Worker("fetch('${task}', { headers: { 'x-api-key': 'any' } }).then((answer) => console.log(answer.status))", { eval: true });
    `);
    expect(stdout).toBe('200\n');
  });

  it('keeps what other hosts are asked for on this machine', async () => {
    const { stdout } = await intercepted(
      `await fetch('https://example.com/').catch((error) => console.log(error.cause.message));`,
    );
    expect(stdout).toContain('example.com:443 was refused');
  });
});
