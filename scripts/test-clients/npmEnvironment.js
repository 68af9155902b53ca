import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.js';
import { root } from './suites.js';

/** Longest one attempt to install may take. */
const limit = 180_000;

/**
 * A folder with what a package.json of the suite names, made once and kept under .cache: gives the `folder`, or the
 * `problem` where it cannot be made.
 */
export async function npmEnvironment(suite, file) {
  const manifest = readFileSync(join(suite.folder, file), 'utf8');
  const folder = join(root, '.cache', 'clients', `${suite.name}-${digest(`${manifest}${process.version}${root}`)}`);
  const complete = join(folder, 'complete');
  if (existsSync(complete)) return { folder };

  const install = ['install', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', '--prefer-offline'];
  for (const attempt of [`installing ${file}`, `installing ${file} again`]) {
    console.log(`  ${attempt}`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), manifest);
    const installed = await run('npm', install, { cwd: folder, limit, echo: '    ' });
    if (installed.status !== 0) continue;
    writeFileSync(complete, '');
    return { folder };
  }
  rmSync(folder, { recursive: true, force: true });
  return { problem: `what ${file} names could not be installed, twice` };
}

function digest(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
