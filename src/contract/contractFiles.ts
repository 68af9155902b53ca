import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TombstoneError } from '../errors.js';
import type { Issue } from './issue.js';
import { childOf, type Located, placeIn } from './located.js';
import { readYaml } from './readYaml.js';

/** A contract's files as read; what could not be read is missing and has an issue. */
export interface ContractFiles {
  /** The name of the folder. */
  readonly id: string;
  readonly overlay?: Located;
  readonly document?: Located;
  readonly fixtures?: Located;
  readonly issues: readonly Issue[];
}

/**
 * Reads lifecycle.yaml, the document it extends and fixtures.yaml.
 *
 * @param where the folder, or its lifecycle file.
 * @param base places name files relative to this folder.
 * @throws TombstoneError `contract-not-found` where there is no lifecycle file.
 */
export function readContractFiles(where: string, base: string): ContractFiles {
  const path = resolve(where);
  const isFile = existsSync(path) && statSync(path).isFile();
  const folder = isFile ? dirname(path) : path;
  const overlayFile = isFile ? path : resolve(folder, 'lifecycle.yaml');
  const read = (file: string) => readYaml(readFileSync(file, 'utf8'), labelOf(file, base));
  if (!existsSync(overlayFile)) {
    throw new TombstoneError(
      'contract-not-found',
      `There is no ${labelOf(overlayFile, base)}; a contract is a folder with lifecycle.yaml and openapi.yaml.`,
    );
  }
  const overlay = read(overlayFile);
  const document = overlay.root && readDocument(overlay.root, folder, base, read);
  const fixturesFile = resolve(folder, 'fixtures.yaml');
  const fixtures = existsSync(fixturesFile) ? read(fixturesFile) : undefined;
  return {
    id: basename(folder),
    ...(overlay.root && { overlay: overlay.root }),
    ...(document?.root && { document: document.root }),
    ...(fixtures?.root && { fixtures: fixtures.root }),
    issues: [...overlay.issues, ...(document?.issues ?? []), ...(fixtures?.issues ?? [])],
  };
}

function readDocument(
  overlay: Located,
  folder: string,
  base: string,
  read: (file: string) => ReturnType<typeof readYaml>,
): ReturnType<typeof readYaml> {
  const written = childOf(overlay, 'extends');
  const target = written?.kind === 'scalar' ? String(written.value) : './openapi.yaml';
  const missing = (message: string): ReturnType<typeof readYaml> => ({
    issues: [{ code: 'contract-not-found', severity: 'error', message, place: placeIn(overlay, ['extends']) }],
  });
  if (/^https?:/.test(target))
    return missing(
      `The document ${target} is on the network, which is never asked. Save it beside this file and name that.`,
    );
  const file = target.startsWith('file:') ? fileURLToPath(target) : resolve(folder, target);
  if (!existsSync(file))
    return missing(
      `The OpenAPI document ${labelOf(file, base)} does not exist. Name it with \`extends\`, relative to this file.`,
    );
  return read(file);
}

function labelOf(file: string, base: string): string {
  return relative(base, file).split(sep).join('/');
}
