import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { AuthorityFiles } from './authority.js';
import { writeMonoPrograms } from './monoPrograms.js';
import { rubyFile } from './rubyFile.js';
import { trustStore } from './trustStore.js';

/** What is to be trusted, and by whose programs. */
export interface Trusted {
  readonly name: string;
  /** Our own certificate. */
  readonly certificate: string;
  readonly roots: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Writes what programs are to trust into a folder. */
export async function writeFiles(folder: string, trusted: Trusted): Promise<AuthorityFiles> {
  const { certificate, roots, environment } = trusted;
  const programs = writeMonoPrograms(folder, trusted);
  const files: AuthorityFiles = {
    folder,
    certificate: join(folder, 'certificate.pem'),
    bundle: join(folder, 'bundle.pem'),
    trustStore: join(folder, 'trust.p12'),
    trustStorePassword: 'tombstone',
    phpFolder: join(folder, 'php'),
    wgetrc: join(folder, 'wgetrc'),
    rubyFile: join(folder, 'ruby.rb'),
    ...(programs !== undefined && { programs }),
  };
  writeFileSync(files.certificate, certificate);
  writeFileSync(files.bundle, [...roots, certificate].join(''));
  writeFileSync(files.trustStore, await trustStore([...roots, certificate], files.trustStorePassword));
  mkdirSync(files.phpFolder);
  writeFileSync(
    join(files.phpFolder, 'tombstone.ini'),
    `curl.cainfo = "${files.bundle}"\nopenssl.cafile = "${files.bundle}"\n`,
  );
  const own = readIfThere(environment['WGETRC'] ?? join(homedir(), '.wgetrc'));
  writeFileSync(files.wgetrc, `${own}\nca_certificate = ${files.bundle}\n`, { mode: 0o600 });
  writeFileSync(files.rubyFile, rubyFile);
  return files;
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
