import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './packageRoot.js';

let version: string | undefined;

/** The version of this package, read once: whoever waits for a server asks for its health again and again. */
export function readVersion(): string {
  version ??= fromManifest();
  return version;
}

function fromManifest(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
  return (manifest as { readonly version: string }).version;
}
