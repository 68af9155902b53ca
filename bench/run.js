/**
 * Runs the benchmark: strips the types of bench/**.ts into .cache/bench (they are checked by `npm run types`) and starts
 * it there. What is measured is the build in dist/; nothing of this is part of the package.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

const from = dirname(fileURLToPath(import.meta.url));
const to = join(from, '..', '.cache', 'bench');
const compilerOptions = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true };

rmSync(to, { recursive: true, force: true });
for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.ts')) continue;
  const { outputText } = ts.transpileModule(readFileSync(join(from, name), 'utf8'), { compilerOptions });
  const file = join(to, name.replace(/\.ts$/, '.js'));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, outputText);
}
await import(pathToFileURL(join(to, 'bench.js')).href);
