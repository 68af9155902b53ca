/** Writes the generated pages of the documentation; with `--check` only says which are stale. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundledContracts, loadContract } from '../src/contract/loadContract.js';
import { packageRoot } from '../src/contract/packageRoot.js';
import { generatedDocs } from '../src/report/generatedDocs.js';
import { reportSchemaFile, reportSchemaText } from './report-schema.js';

const onlyCheck = process.argv.includes('--check');
const read = (path: string) => {
  const file = join(packageRoot, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};
const contracts = await Promise.all(bundledContracts().map(async (name) => (await loadContract(name)).compiled));

const generated = [...generatedDocs(contracts, read), { path: reportSchemaFile, text: reportSchemaText() }];
const stale = generated.filter(({ path, text }) => read(path) !== text);
for (const { path, text } of stale) {
  const file = join(packageRoot, path);
  console.log(`${onlyCheck ? 'stale' : 'written'}: ${path}`);
  if (onlyCheck) continue;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
if (onlyCheck && stale.length > 0) {
  console.error('Run `npm run build && npm run docs`.');
  process.exitCode = 1;
}
