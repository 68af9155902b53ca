import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder of the checkout. */
export const root: string = findUp(dirname(fileURLToPath(import.meta.url)));

/** A file of the build. */
export function built(path: string): string {
  return join(root, 'dist', path);
}

/** A module of the build: that is what users run, and what is measured. */
export async function importBuilt<T>(path: string): Promise<T> {
  return (await import(pathToFileURL(built(path)).href)) as T;
}

function findUp(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findUp(dirname(folder));
}
