import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TombstoneError } from '../errors.js';
import type { Issue } from './issue.js';
import { childOf, type Located, placeIn } from './located.js';
import type { YamlReading } from './readYaml.js';

/** Reads a file; undefined where it is not there. */
type Read = (file: string) => YamlReading | undefined;

/** Files by absolute path, with what they say; undefined where there is no such file. */
export type FileTexts = ReadonlyMap<string, string | undefined>;

/** A contract's files as read; what could not be read is missing and has an issue. */
export interface ContractFiles {
  /** The name of the folder. */
  readonly id: string;
  readonly overlay?: Located;
  readonly document?: Located;
  readonly fixtures?: Located;
  /** Every file that was looked for, by its absolute path, with its text; undefined where it is not there. */
  readonly texts: FileTexts;
  readonly issues: readonly Issue[];
}

/**
 * Reads lifecycle.yaml, the document it extends and fixtures.yaml.
 *
 * @param where the folder, or its lifecycle file.
 * @param base places name files relative to this folder.
 * @param readText reads one file's text, YAML or JSON.
 * @throws TombstoneError `contract-not-found` where there is no lifecycle file.
 */
export function readContractFiles(
  where: string,
  base: string,
  readText: (text: string, file: string) => YamlReading,
): ContractFiles {
  const path = resolve(where);
  const isFile = existsSync(path) && statSync(path).isFile();
  const folder = isFile ? dirname(path) : path;
  const overlayFile = isFile ? path : resolve(folder, 'lifecycle.yaml');
  const texts = new Map<string, string | undefined>();
  const read: Read = (file) => {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    texts.set(file, text);
    return text === undefined ? undefined : readText(text, labelOf(file, base));
  };
  const overlay = read(overlayFile);
  if (!overlay) {
    throw new TombstoneError(
      'contract-not-found',
      `There is no ${labelOf(overlayFile, base)}; a contract is a folder with lifecycle.yaml and openapi.yaml.`,
    );
  }
  const document = overlay.root && readDocument(overlay.root, folder, base, read);
  const fixtures = read(resolve(folder, 'fixtures.yaml'));
  return {
    id: basename(folder),
    ...(overlay.root && { overlay: overlay.root }),
    ...(document?.root && { document: document.root }),
    ...(fixtures?.root && { fixtures: fixtures.root }),
    texts,
    issues: [...overlay.issues, ...(document?.issues ?? []), ...(fixtures?.issues ?? [])],
  };
}

function readDocument(overlay: Located, folder: string, base: string, read: Read): YamlReading {
  const written = childOf(overlay, 'extends');
  const target = written?.kind === 'scalar' ? String(written.value) : './openapi.yaml';
  const missing = (message: string): YamlReading => ({
    issues: [{ code: 'contract-not-found', severity: 'error', message, place: placeIn(overlay, ['extends']) }],
  });
  if (/^https?:/.test(target))
    return missing(
      `The document ${target} is on the network, which is never asked. Save it beside this file and name that.`,
    );
  const file = target.startsWith('file:') ? fileURLToPath(target) : resolve(folder, target);
  return (
    read(file) ??
    missing(
      `The OpenAPI document ${labelOf(file, base)} does not exist. Name it with \`extends\`, relative to this file.`,
    )
  );
}

function labelOf(file: string, base: string): string {
  return relative(base, file).split(sep).join('/');
}
