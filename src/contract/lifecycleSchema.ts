import { join } from 'node:path';
import type { Options, ValidateFunction } from 'ajv';
import { loadBuilt } from './loadBuilt.js';
import { type OwnSchema, openOwnSchema } from './ownSchema.js';
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

/** Compiles the published schema of `x-lifecycle`. All errors, because a contract's author wants to see them together. */
export async function compileLifecycleSchema(
  options: Options = {},
): Promise<Pick<OwnSchema, 'ajv'> & { readonly validate: ValidateFunction }> {
  const { ajv, compile } = await openOwnSchema('specs/lifecycle.schema.json', { allErrors: true, ...options });
  return { ajv, validate: compile('wholeLifecycle') };
}
