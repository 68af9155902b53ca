import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installedFolder } from './installedFolder.js';

const install = ['install', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', '--prefer-offline'];

/** A folder with the packages that a file of the form of package.json names. */
export function npmFolder(path) {
  const manifest = readFileSync(path, 'utf8');
  return installedFolder({
    path,
    made: `${manifest}${process.version}`,
    prepare: (folder) => writeFileSync(join(folder, 'package.json'), manifest),
    command: () => ['npm', ...install],
  });
}
