import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../../../src/contract/packageRoot.js';
import { output, run } from './run.js';

/** The package as it would be published. */
export interface Packed {
  readonly tarball: string;
  readonly files: readonly { readonly path: string; readonly mode: number }[];
}

/** Packs what was built. */
export async function pack(folder: string): Promise<Packed> {
  if (!existsSync(join(packageRoot, 'dist', 'contracts'))) throw new Error('Nothing is built. Run `npm run build`.');
  // Its scripts would build again, under the feet of the tests that run beside this one.
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const [packed] = JSON.parse(await output('npm', args, packageRoot));
  return { tarball: join(folder, packed.filename), files: packed.files };
}

/** A new, empty project of somebody else. */
export function emptyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tombstone-consumer-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  return folder;
}

/** Installs the package and what it depends on; what `npm ci` has fetched before is not fetched again. */
export async function install(tarball: string, project: string): Promise<void> {
  const args = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', tarball];
  const first = await run('npm', args, project);
  if (first.status !== 0) await output('npm', args, project);
}
