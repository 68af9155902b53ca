import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundledContracts, loadContract } from '../../src/contract/loadContract.js';
import { packageRoot } from '../../src/contract/packageRoot.js';
import { generatedDocs } from '../../src/report/generatedDocs.js';

const read = (path: string) => {
  const file = join(packageRoot, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

test('the generated pages of the documentation are what the contracts and tables say', {
  timeout: 60_000,
}, async () => {
  const contracts = await Promise.all(bundledContracts().map(async (name) => (await loadContract(name)).compiled));
  const files = generatedDocs(contracts, read);
  const stale = files.filter(({ path, text }) => read(path) !== text).map(({ path }) => path);
  expect(stale, 'run `npm run build && npm run docs`').toEqual([]);
  expect(files.map(({ path }) => path)).toContain('docs/contracts/huawei-mpc.md');
});
