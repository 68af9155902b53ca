import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { run } from './run.js';
import { root } from './suites.js';

/** Longest one attempt to install may take. */
const limit = 180_000;

/**
 * A folder with what a file of a suite names, made once for all suites that name that file and kept under .cache: gives
 * the `folder`, or the `problem` where it cannot be made.
 *
 * @param path of the file
 * @param made what the folder depends on
 * @param prepare puts files into the new folder
 * @param command fills it, started in it
 */
export async function installedFolder({ path, made, prepare, command }) {
  const folder = join(root, '.cache', 'clients', `${basename(dirname(path))}-${digest(`${made}${root}`)}`);
  const complete = join(folder, 'complete');
  if (existsSync(complete)) return { folder };

  const file = basename(path);
  const [program, ...args] = command(folder);
  for (const attempt of [`installing ${file}`, `installing ${file} again`]) {
    console.log(`  ${attempt}`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    prepare(folder);
    const installed = await run(program, args, { cwd: folder, limit, echo: '    ' });
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
