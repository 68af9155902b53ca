import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Issue } from '../../../src/contract/issue.js';
import { lintFolder } from '../../../src/contract/lint/lintFolder.js';
import type { ErrorCode } from '../../../src/errors.js';

/** The valid contract that defects are planted in. */
export const parcels = join(import.meta.dirname, '../../fixtures/contracts/parcels');

/** One small change of a contract's text. */
export interface Edit {
  /** Default: `lifecycle.yaml`. */
  readonly file?: string;
  /** Must occur exactly once. */
  readonly find: string;
  readonly put: string;
}

/** An edit that makes the contract wrong, and the one thing lint must say of it. */
export interface Defect extends Edit {
  /** The requirement that is broken, as a sentence. */
  readonly says: string;
  readonly code: ErrorCode;
  readonly message: string;
  /** Default: `error`. */
  readonly severity?: Issue['severity'];
  /** Text of the line complained about. Default: what was put there. */
  readonly at?: string;
  /** The file complained about. Default: the one edited. */
  readonly in?: string;
}

/** What lint finds in a copy of the contract with the edit made, and the texts it was found in, by file name. */
export interface Planted {
  readonly issues: readonly Issue[];
  readonly texts: (file: string) => string;
}

/** Copies the valid contract, makes the edit and lints the copy. */
export async function plant({ file = 'lifecycle.yaml', find, put }: Edit): Promise<Planted> {
  const parent = mkdtempSync(join(tmpdir(), 'tombstone-lint-'));
  // The folder's name is the provider's id.
  const folder = join(parent, 'parcels');
  try {
    cpSync(parcels, folder, { recursive: true });
    const text = readFileSync(join(folder, file), 'utf8');
    if (text.split(find).length !== 2) throw new Error(`${file} has ${text.split(find).length - 1} times: ${find}`);
    writeFileSync(
      join(folder, file),
      text.replace(find, () => put),
    );
    const texts = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
    return { issues: await lintFolder(folder, { base: folder }), texts: (name) => texts.get(name) ?? '' };
  } finally {
    rmSync(parent, { recursive: true });
  }
}

/** The line, from 1, in which a text first stands. */
export function lineOf(text: string, what: string): number {
  const at = text.indexOf(what);
  if (at < 0) throw new Error(`the text does not have: ${what}`);
  return text.slice(0, at).split('\n').length;
}
