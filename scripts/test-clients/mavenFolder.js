import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installedFolder } from './installedFolder.js';

/** A folder with the jars that a pom.xml depends on. */
export function mavenFolder(path) {
  return installedFolder({
    path,
    made: readFileSync(path, 'utf8'),
    prepare: (folder) => copyFileSync(path, join(folder, 'pom.xml')),
    command: (folder) => ['mvn', '-q', '-B', 'dependency:copy-dependencies', `-DoutputDirectory=${folder}`],
  });
}
