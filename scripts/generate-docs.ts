/** Writes the generated pages of the documentation; with `--check` only says which are stale. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from '../src/contract/packageRoot.js';
import { documentation, readRepositoryFile } from './documentation.js';

const onlyCheck = process.argv.includes('--check');
const stale = (await documentation()).filter(({ path, text }) => readRepositoryFile(path) !== text);
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
