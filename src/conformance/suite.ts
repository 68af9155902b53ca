import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../contract/packageRoot.js';
import { didYouMean, TombstoneError } from '../errors.js';
import type { Case } from './case.js';

/** A frozen requirement set: the cases that count, so that a new one never breaks anybody's CI. */
export interface Suite {
  readonly version: string;
  readonly ids: ReadonlySet<string>;
  /** The providers it is about; cases of others count all. */
  readonly providers: ReadonlySet<string>;
}

const folder = join(packageRoot, 'conformance', 'requirements');

/** The frozen sets there are, oldest first. */
export function suiteVersions(): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => name.slice(0, -'.txt'.length))
    .sort();
}

/**
 * Reads a frozen set; the newest where none is named. `next` is no set: every case counts.
 *
 * @throws TombstoneError `bad-usage`
 */
export function readSuite(version: string = suiteVersions().at(-1) ?? 'next'): Suite | undefined {
  if (version === 'next') return undefined;
  const known = suiteVersions();
  if (!known.includes(version)) {
    const names = [...known, 'next'];
    throw new TombstoneError(
      'bad-usage',
      `There is no requirement set "${version}"; there are ${names.join(', ')}.${didYouMean(version, names)}`,
    );
  }
  const ids = readFileSync(join(folder, `${version}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return { version, ids: new Set(ids), providers: new Set(ids.map((id) => id.slice(0, id.indexOf('/')))) };
}

/** Does a case count in a frozen set? */
export function inSuite({ ids, providers }: Suite, { id, provider }: Case): boolean {
  return ids.has(id) || !providers.has(provider);
}
