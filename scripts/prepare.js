// Builds where there is no build, or an old one. npm asks for it more often than it is needed: the first `npx --no tombstone`
// of a checkout does, and a server that is running must not have its files taken away for nothing.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const sources = [
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'src',
  'mocks',
  'specs',
  'conformance',
  'scripts',
];
const built = join(root, 'dist', 'src', 'cli', 'main.js');

/** When the newest file below was changed. Python leaves its own beside the shims. */
function changedAt(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const names = readdirSync(path).filter((name) => name !== '__pycache__');
  return Math.max(0, ...names.map((name) => changedAt(join(path, name))));
}

const isFresh = existsSync(built) && sources.every((path) => changedAt(join(root, path)) <= statSync(built).mtimeMs);
if (!isFresh) process.exitCode = spawnSync('npm', ['run', 'build'], { cwd: root, stdio: 'inherit' }).status ?? 1;
