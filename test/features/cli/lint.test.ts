import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tombstone } from './support/tombstone.js';

test('the bundled contracts have no error, which is status 0', async () => {
  const { status, stdout } = await tombstone('lint');
  expect(stdout).toMatch(/\n?4 contracts: 0 errors, \d+ warnings?, \d+ notes?\.\n$/);
  expect(status).toBe(0);
});

test('an error is shown as file:line:column: error message [code], and the status is 1', async () => {
  const folder = brokenParcels();
  const { status, stdout } = await tombstone('lint', folder);
  expect(status).toBe(1);
  expect(stdout).toMatch(/lifecycle\.yaml:\d+:\d+: error .*\[lint-not-total\]\n/);
  expect(stdout).toMatch(/\n1 contract: 1 error, /);
});

test('--json is one line with the issues and their number', async () => {
  const { status, stdout } = await tombstone('lint', brokenParcels(), '--json');
  expect(status).toBe(1);
  const { format, contracts, errors, issues } = JSON.parse(stdout);
  expect({ format, contracts, errors }).toEqual({ format: 1, contracts: ['parcels'], errors: 1 });
  expect(issues).toContainEqual(expect.objectContaining({ code: 'lint-not-total', severity: 'error' }));
});

test('a folder that is no contract is status 2', async () => {
  const { status, stderr } = await tombstone('lint', './test');
  expect(status).toBe(2);
  expect(stderr).toContain('[contract-not-found]');
});

/** The parcels contract without the row that deletes. */
function brokenParcels(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'lint-')), 'parcels');
  cpSync(new URL('../../fixtures/contracts/parcels', import.meta.url), folder, { recursive: true });
  const file = join(folder, 'lifecycle.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/\n *- \{ id: deleted, when: \{ state: \[waiting, done, lost\] \}.*/, ''));
  return folder;
}
