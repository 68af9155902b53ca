import { copyFileSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installedFolder } from './installedFolder.js';

/** A folder with the modules that a go.mod names, for GOMODCACHE; what they have to be stands in the go.sum beside it. */
export function goFolder(path) {
  const sums = join(dirname(path), 'go.sum');
  return installedFolder({
    path,
    made: readFileSync(path, 'utf8') + readFileSync(sums, 'utf8'),
    prepare(folder) {
      copyFileSync(path, join(folder, 'go.mod'));
      copyFileSync(sums, join(folder, 'go.sum'));
    },
    // Without the option, only root could take the folder away again.
    command: (folder) => ['env', `GOMODCACHE=${folder}`, 'go', 'mod', 'download', '-modcacherw'],
  });
}
