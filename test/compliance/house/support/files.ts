import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { packageRoot } from '../../../../src/contract/packageRoot.js';

const made = new Set(['.git', 'node_modules', 'dist', 'coverage', '.cache', '.venv', '__pycache__']);

/** Every file of the repository below a folder, as paths from its root with forward slashes; nothing that is built or installed. */
export function filesBelow(folder = '.'): readonly string[] {
  return readdirSync(join(packageRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    if (made.has(entry.name) || entry.name.endsWith('.tgz')) return [];
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** The TypeScript that is shipped. */
export function sources(): readonly string[] {
  return [...filesBelow('src'), ...filesBelow('mocks')].filter((path) => path.endsWith('.ts'));
}

/** The text of a file, by its path from the root of the repository. */
export function textOf(path: string): string {
  return readFileSync(join(packageRoot, path.replaceAll('/', sep)), 'utf8');
}

/** `path:line: text` of every line that matches. */
export function linesThatMatch(path: string, pattern: RegExp): readonly string[] {
  return textOf(path)
    .split('\n')
    .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : []));
}
