import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CheckedContract, checkContract } from '../../../../src/contract/checkContract.js';

const parcels = 'test/fixtures/contracts/parcels';

/** A change to one file of the parcels contract: the text that stands there once, and what to put instead. */
export type Edit = readonly [file: 'openapi.yaml' | 'lifecycle.yaml' | 'fixtures.yaml', from: string, to: string];

/** A copy of the parcels contract with changes; gives the folder. */
export function editedFolder(...edits: readonly Edit[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'contract-'));
  cpSync(parcels, folder, { recursive: true });
  for (const [file, from, to] of edits) {
    const text = readFileSync(join(folder, file), 'utf8');
    if (text.split(from).length !== 2) throw new Error(`${file} does not hold exactly once: ${from}`);
    writeFileSync(
      join(folder, file),
      text.replace(from, () => to),
    );
  }
  return folder;
}

/** What is found in the parcels contract after changes; `found` has one text per issue: file, text at its place, message. */
export async function checkEdited(
  ...edits: readonly Edit[]
): Promise<CheckedContract & { readonly found: readonly string[] }> {
  const folder = editedFolder(...edits);
  const checked = await checkContract(folder, { base: folder });
  const found = checked.issues.map(({ code, message, place }) => {
    const line = readFileSync(join(folder, place.file), 'utf8').split('\n')[place.line - 1] ?? '';
    return `${place.file} at <${line.slice(place.column - 1, place.column + 11).trim()}> ${code}: ${message}`;
  });
  return { ...checked, found };
}
