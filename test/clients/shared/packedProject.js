import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { must } from './program.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Packs what was built, into a folder, and gives the tarball. */
export function pack(folder) {
  must('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], root);
  return join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.tgz')),
  );
}

/** A project with the package installed from its tarball, and beside it packages of an environment that is there. */
export function makeProject(project, tarball, environment, packages) {
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  must('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', tarball], project);
  for (const name of packages)
    symlinkSync(join(environment, 'node_modules', name), join(project, 'node_modules', name));
}

/** Copies those examples into a project whose path in `examples/` fits. */
export function copyExamples(project, pattern) {
  const examples = join(root, 'examples');
  for (const path of readdirSync(examples, { recursive: true }))
    if (pattern.test(path)) cpSync(join(examples, path), join(project, 'examples', path));
}
