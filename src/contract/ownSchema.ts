import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ajv, Options, ValidateFunction } from 'ajv';
import { packageRoot } from './packageRoot.js';

/** A schema that this package publishes, ready to be compiled part by part. */
export interface OwnSchema {
  readonly ajv: Ajv;
  /** Compiles what stands under that name in `$defs`. */
  readonly compile: (definition: string) => ValidateFunction;
}

/**
 * Opens a schema of ours. That it is one, a test proves: to check it here takes longer than to compile what is used of it.
 * Verbose, because messages name the schema's title.
 */
export async function openOwnSchema(path: string, options: Options): Promise<OwnSchema> {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const schema = JSON.parse(readFileSync(join(packageRoot, path), 'utf8')) as { readonly $id: string };
  const ajv = new Ajv2020({ strict: false, verbose: true, validateSchema: false, ...options });
  ajv.addSchema(schema);
  return { ajv, compile: (definition) => ajv.compile({ $ref: `${schema.$id}#/$defs/${definition}` }) };
}
