import { readFileSync } from 'node:fs';
import type { ValidateFunction } from 'ajv';
import { TombstoneError } from '../errors.js';
import { type ShapeWords, shapeIssues } from './checkShape.js';
import { formatIssue } from './issue.js';
import { type Located, toData } from './located.js';
import { readYaml } from './readYaml.js';

/** A YAML file that fits its schema, and where each part of it is written. */
export interface CheckedYaml {
  readonly data: unknown;
  readonly root: Located;
}

/**
 * Compiles one of the published schemas of a package's own files. That they are schemas, tests prove.
 *
 * @param file its path
 */
export async function compileSchema(file: string): Promise<ValidateFunction> {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  return new Ajv2020({ strict: false, allErrors: true, verbose: true, validateSchema: false }).compile(
    JSON.parse(readFileSync(file, 'utf8')) as object,
  );
}

/**
 * Reads a YAML file and checks it.
 *
 * @throws TombstoneError with the code given, and every complaint at its line
 */
export function readCheckedYaml(
  file: string,
  shown: string,
  validate: ValidateFunction,
  words: ShapeWords,
): CheckedYaml {
  const { root, issues } = readYaml(readText(file, shown, words), shown);
  const all = [...issues, ...(root ? shapeIssues(validate, root, words) : [])];
  if (root && all.length === 0) return { root, data: toData(root) };
  throw new TombstoneError(
    words.code,
    `${shown} cannot be used:\n${all.map((one) => `  ${formatIssue(one)}`).join('\n')}\n`,
  );
}

function readText(file: string, shown: string, { code }: ShapeWords): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new TombstoneError(code, `${shown} cannot be read: ${(cause as Error).message}.`, { cause });
  }
}
