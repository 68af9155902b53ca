import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { run } from './run.js';
import { root } from './suites.js';

/** Longest one attempt to install may take. */
const limit = 180_000;

/**
 * A virtual environment with what the suite requires, made once for all suites that require it and kept under .cache:
 * gives its `bin`, or the `problem` where it cannot be made.
 */
export async function pythonEnvironment(suite) {
  const requirements = join(suite.folder, suite.python);
  const python = await run('python3', ['-c', 'import sys; print(sys.executable, sys.version)'], { limit });
  const made = `${readFileSync(requirements, 'utf8')}${python.lines.join()}${root}`;
  const folder = join(root, '.cache', 'clients', `${basename(dirname(requirements))}-${digest(made)}`);
  const bin = join(folder, 'bin');
  const complete = join(folder, 'complete');
  if (existsSync(complete)) return { bin };

  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input'];
  for (const attempt of ['making its environment', 'making it again']) {
    console.log(`  ${attempt}`);
    rmSync(folder, { recursive: true, force: true });
    const created = await run('python3', ['-m', 'venv', folder], { limit, echo: '    ' });
    if (created.status !== 0) continue;
    const installed = await run(join(bin, 'python'), [...pip, '-r', requirements], { limit, echo: '    ' });
    if (installed.status !== 0) continue;
    writeFileSync(complete, '');
    return { bin };
  }
  rmSync(folder, { recursive: true, force: true });
  return { problem: `its environment could not be made from ${suite.python}, twice` };
}

function digest(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
