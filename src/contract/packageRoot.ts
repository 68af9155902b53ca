import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package, from the sources as well as from the build. */
export const packageRoot: string = findUp(dirname(fileURLToPath(import.meta.url)));

function findUp(folder: string): string {
  const parent = dirname(folder);
  if (existsSync(join(folder, 'package.json')) || parent === folder) return folder;
  return findUp(parent);
}
