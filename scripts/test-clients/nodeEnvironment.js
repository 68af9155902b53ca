import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.js';
import { root } from './suites.js';

/** Longest one attempt to install may take. */
const limit = 180_000;

/**
 * A folder with the packages the suite names, made once and kept under .cache: gives its `bin`, or the `problem` where it
 * cannot be made.
 */
export async function nodeEnvironment(suite) {
  const digest = createHash('sha256').update(`${suite.npm} ${process.version}`).digest('hex').slice(0, 12);
  const folder = join(root, '.cache', 'clients', `${suite.name}-${digest}`);
  const bin = join(folder, 'node_modules', '.bin');
  const complete = join(folder, 'complete');
  if (existsSync(complete)) return { bin };
  const install = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--no-save', '--ignore-scripts'];
  for (const attempt of ['making its environment', 'making it again']) {
    console.log(`  ${attempt}`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
    const installed = await run('npm', [...install, ...suite.npm], { cwd: folder, limit, echo: '    ' });
    if (installed.status !== 0) continue;
    writeFileSync(complete, '');
    return { bin };
  }
  rmSync(folder, { recursive: true, force: true });
  return { problem: `${suite.npm.join(' and ')} could not be installed, twice` };
}
