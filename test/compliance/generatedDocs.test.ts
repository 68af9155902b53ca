import { expect, test } from 'vitest';
import { documentation, readRepositoryFile } from '../../scripts/documentation.js';

test('the generated pages of the documentation are what the contracts, tables and examples say', {
  timeout: 60_000,
}, async () => {
  const files = await documentation();
  const stale = files.filter(({ path, text }) => readRepositoryFile(path) !== text).map(({ path }) => path);
  expect(stale, 'run `npm run build && npm run docs`').toEqual([]);
  expect(files.map(({ path }) => path)).toContain('docs/contracts/huawei-mpc.md');
  expect(files.map(({ path }) => path)).toContain('docs/conformance.md');
});
