/** The packed package, in a project of its own for each version of msw, run by each version of Node. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChecks } from '../shared/checks.js';
import { copyExamples, makeProject, pack } from '../shared/packedProject.js';

const here = fileURLToPath(new URL('./', import.meta.url));
const own = ['story.test.mjs', 'required.test.cjs', 'use.ts'];
// Those that need nothing but the package and vitest: the SDK is another matter, and a browser.
const examples = /^(?!browser)[\w-]+\/[\w.]+\.ts$|^msw\.test\.ts$|^msw-node\.test\.mjs$/;

const { RUNTIMES, MSW_2, MSW_3 } = process.env;
const folder = mkdtempSync(join(tmpdir(), 'tombstone-node-versions-'));
const checks = startChecks();
try {
  const tarball = pack(folder);
  for (const [msw, environment] of [
    ['2.15', MSW_2],
    ['3', MSW_3],
  ]) {
    const project = join(folder, `msw-${msw}`);
    makeProject(project, tarball, environment, ['@mswjs', 'msw', 'typescript', 'vitest']);
    for (const name of own) cpSync(join(here, name), join(project, name));
    copyExamples(project, examples);
    for (const version of ['22', '24']) checkOn(version, msw, project);
    checkTypes(msw, project, environment);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
checks.end();

function checkOn(version, msw, project) {
  const node = join(RUNTIMES, 'node_modules', `node${version}`, 'bin', 'node');
  const vitest = join('node_modules', 'vitest', 'vitest.mjs');
  const where = `Node ${version}, msw ${msw}`;
  checks.succeeds(`${where}: imported, its stories hold`, node, ['--test', 'story.test.mjs'], project);
  checks.succeeds(`${where}: required, too`, node, ['--test', 'required.test.cjs'], project);
  checks.succeeds(`${where}: the README's example passes`, node, ['--test', 'examples/msw-node.test.mjs'], project);
  checks.succeeds(`${where}: the examples for vitest pass`, node, [vitest, 'run', '.test.ts'], project);
}

function checkTypes(msw, project, environment) {
  const lib = ['es2023', 'dom', 'dom.iterable', 'esnext.disposable'];
  const typeRoots = [join(environment, 'node_modules', '@types')];
  const compilerOptions = { module: 'nodenext', target: 'es2023', lib, typeRoots, types: ['node'], strict: true };
  const more = { noEmit: true, skipLibCheck: true };
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { ...compilerOptions, ...more }, files: ['use.ts'] }),
  );
  const compiler = join('node_modules', 'typescript', 'lib', 'tsc.js');
  checks.succeeds(`the types hold beside those of msw ${msw}`, process.execPath, [compiler], project);
}
