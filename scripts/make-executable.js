// tsc writes plain files, and nothing links the binaries of a checkout.
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const links = join(root, 'node_modules', '.bin');

mkdirSync(links, { recursive: true });
for (const [name, path] of Object.entries(bin)) {
  chmodSync(join(root, path), 0o755);
  // What is linked here, npx runs at once. A package's own binary it would install into its cache, and build it for that.
  rmSync(join(links, name), { force: true });
  symlinkSync(relative(links, join(root, path)), join(links, name));
}
