import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder of this package, from the sources as well as from the build. */
export const packageRoot: string = findUp(dirname(fileURLToPath(import.meta.url)));

/**
 * Does this run from the finished build? From the sources (tests, the build itself) what the build made of them is not
 * used: it may be older than they are.
 */
export const runsFromBuild: boolean = import.meta.url.startsWith(pathToFileURL(join(packageRoot, 'dist', '/')).href);

function findUp(folder: string): string {
  const parent = dirname(folder);
  if (existsSync(join(folder, 'package.json')) || parent === folder) return folder;
  return findUp(parent);
}
