import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/contract/packageRoot.js';

test('twelvelabs-js, taken through every case, fails what its baseline says and nothing else, as the saved results tell', {
  timeout: 180_000,
}, () => {
  const args = [join(packageRoot, '.cache', 'build', 'scripts', 'judge-sdk.js'), 'twelvelabs-js'];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stdout).not.toContain('not ok');
  expect(stdout.match(/^ok/gm)).toHaveLength(2);
  expect(status).toBe(0);
});
