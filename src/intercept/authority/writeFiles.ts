import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuthorityFiles } from './authority.js';
import { trustStore } from './trustStore.js';

/** Writes what programs are to trust into a folder. */
export async function writeFiles(
  folder: string,
  certificate: string,
  roots: readonly string[],
): Promise<AuthorityFiles> {
  const trusted = [...roots, certificate];
  const files: AuthorityFiles = {
    folder,
    certificate: join(folder, 'certificate.pem'),
    bundle: join(folder, 'bundle.pem'),
    trustStore: join(folder, 'trust.p12'),
    trustStorePassword: 'tombstone',
    phpFolder: join(folder, 'php'),
  };
  writeFileSync(files.certificate, certificate);
  writeFileSync(files.bundle, trusted.join(''));
  writeFileSync(files.trustStore, await trustStore(trusted, files.trustStorePassword));
  mkdirSync(files.phpFolder);
  writeFileSync(
    join(files.phpFolder, 'tombstone.ini'),
    ['curl.cainfo', 'openssl.cafile'].map((name) => `${name} = "${files.bundle}"\n`).join(''),
  );
  return files;
}
