import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ajv, Options, ValidateFunction } from 'ajv';
import { loadBuilt } from './loadBuilt.js';
import { packageRoot, runsFromBuild } from './packageRoot.js';

let loaded: Promise<ValidateFunction> | undefined;

/** Checks a whole `x-lifecycle` against the published schema. The build has compiled it: that takes longer than to serve. */
export function lifecycleValidator(): Promise<ValidateFunction> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<ValidateFunction> {
  if (runsFromBuild) return loadBuilt(join(packageRoot, 'dist', 'schemas', 'lifecycle.cjs')) as ValidateFunction;
  return (await compileLifecycleSchema()).validate;
}

/** Compiles the published schema of `x-lifecycle`. */
export async function compileLifecycleSchema(
  options: Options = {},
): Promise<{ readonly ajv: Ajv; readonly validate: ValidateFunction }> {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const schema = JSON.parse(readFileSync(join(packageRoot, 'specs', 'lifecycle.schema.json'), 'utf8')) as {
    readonly $id: string;
  };
  // All errors, because a contract's author wants to see them together; verbose, because messages name the schema's title.
  // The schema is our own, and a test validates it.
  const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true, validateSchema: false, ...options });
  ajv.addSchema(schema);
  return { ajv, validate: ajv.compile({ $ref: `${schema.$id}#/$defs/wholeLifecycle` }) };
}
