import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../src/contract/packageRoot.js';
import { startServer } from '../../../src/server/startServer.js';

const run = promisify(execFile);

describe('the examples the documentation shows', () => {
  it.each(['in-process.test.mjs', 'on-a-port.test.mjs', 'faults.test.mjs', 'msw-node.test.mjs'])(
    '%s passes under node:test',
    async (name) => {
      // As the package itself: `tombstone` is what it is called by users, too.
      const { stdout } = await run(process.execPath, ['--test', '--test-reporter=tap', join('examples', name)], {
        cwd: packageRoot,
      });
      expect(stdout).toMatch(/^# pass 1$/m);
      expect(stdout).toMatch(/^# fail 0$/m);
    },
  );

  it('those for jest pass under jest', async () => {
    const jest = join('node_modules', 'jest', 'bin', 'jest.js');
    const config = join('examples', 'jest', 'jest.config.mjs');
    const args = ['--experimental-vm-modules', jest, '--ci', '--json', '--config', config];
    const { stdout } = await run(process.execPath, args, { cwd: packageRoot });
    expect(JSON.parse(stdout)).toMatchObject({ success: true, numPassedTests: 3, numTotalTests: 3 });
  });

  it('control.sh builds a world, is refused, turns a switch, moves time and resets, with curl alone', async () => {
    const server = await startServer({ port: 0, pace: 'manual' });
    try {
      const { readFile } = await import('node:fs/promises');
      const script = (await readFile(join(packageRoot, 'examples', 'control.sh'), 'utf8')).replaceAll(
        'http://127.0.0.1:4010',
        server.url,
      );
      const { stdout } = await run('sh', ['-ec', script]);
      expect(stdout).toContain('"status":"indexing"');
      expect(stdout).toContain('HTTP/1.1 400 Bad Request');
      expect(stdout).toContain('x-tombstone-rule: twelvelabs/deleteTask/not-final@400');
      expect(stdout).toContain('"taskNotDeletable":"409"');
      expect(server.mock.switches.get('twelvelabs')['taskNotDeletable'], 'reset puts the switch back').toBe('400');
    } finally {
      await server.close();
    }
  });
});
