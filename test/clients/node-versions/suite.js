/** The packed package, in a project of its own for each version of msw, run by each version of Node. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const here = fileURLToPath(new URL('./', import.meta.url));
const { RUNTIMES, MSW_2, MSW_3 } = process.env;
const runtimes = ['22', '24'].map((version) => [
  version,
  join(RUNTIMES, 'node_modules', `node${version}`, 'bin', 'node'),
]);
const folder = mkdtempSync(join(tmpdir(), 'tombstone-node-versions-'));

let count = 0;
let failed = 0;

try {
  const [{ filename }] = JSON.parse(
    must('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], root),
  );
  for (const [msw, environment] of [
    ['2.15', MSW_2],
    ['3', MSW_3],
  ]) {
    const project = makeProject(msw, environment, join(folder, filename));
    for (const [version, node] of runtimes) checkOn(node, `Node ${version}, msw ${msw}`, project);
    const compiler = join(project, 'node_modules', 'typescript', 'lib', 'tsc.js');
    check(`the types hold beside those of msw ${msw}`, process.execPath, [compiler], project);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`1..${count}`);
process.exitCode = failed > 0 ? 1 : 0;

function checkOn(node, where, project) {
  const vitest = join('node_modules', 'vitest', 'vitest.mjs');
  check(`${where}: imported, its stories hold`, node, ['--test', 'story.test.mjs'], project);
  check(`${where}: required, too`, node, ['--test', 'required.test.cjs'], project);
  check(`${where}: the example of the README passes`, node, ['--test', 'msw-node.test.mjs'], project);
  check(`${where}: the examples for vitest pass`, node, [vitest, 'run', '--dir', 'examples'], project);
}

/** A project with the package from its tarball, its dependencies, and what it is tested with. */
function makeProject(msw, environment, tarball) {
  const project = join(folder, `msw-${msw}`);
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  must('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', tarball], project);
  const installed = join(environment, 'node_modules');
  for (const name of ['@mswjs', 'msw', 'typescript', 'vitest'])
    symlinkSync(join(installed, name), join(project, 'node_modules', name));

  for (const name of ['story.test.mjs', 'required.test.cjs', 'use.ts']) cpSync(join(here, name), join(project, name));
  const examples = join(root, 'examples');
  cpSync(join(examples, 'msw-node.test.mjs'), join(project, 'msw-node.test.mjs'));
  // Those that need nothing but the package: the SDK is another matter.
  const plain = readdirSync(examples, { recursive: true }).filter((path) =>
    /^[\w-]+\/\w+\.ts$|^msw\.test\.ts$/.test(path),
  );
  for (const path of plain.filter((path) => !path.startsWith('browser')))
    cpSync(join(examples, path), join(project, 'examples', path), { recursive: true });
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2023',
    lib: ['es2023', 'dom', 'dom.iterable', 'esnext.disposable'],
  };
  const strict = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    typeRoots: [join(installed, '@types')],
    types: ['node'],
  };
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { ...compilerOptions, ...strict }, files: ['use.ts'] }),
  );
  return project;
}

function check(title, command, args, cwd) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  count += 1;
  console.log(`${status === 0 ? 'ok' : 'not ok'} - ${title}`);
  if (status === 0) return;
  failed += 1;
  console.log(`${stdout}${stderr}`.replaceAll(/^/gm, '  '));
}

function must(command, args, cwd) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stdout}${stderr}`);
  return stdout;
}
