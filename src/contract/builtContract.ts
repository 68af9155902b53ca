import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { providerFunctions } from '../../mocks/index.js';
import type { LoadedContract } from '../engine/loadedContract.js';
import type { CompiledContract, InputValidator } from '../language/compiledContract.js';
import { bundledContract } from './bundledContract.js';
import { loadBuilt } from './loadBuilt.js';
import { packageRoot } from './packageRoot.js';

const folder = join(packageRoot, 'dist', 'contracts');
const known = new Map<string, LoadedContract>();

/**
 * A contract as the build left it for Node; undefined where there is none. It says what its module for browsers says, in
 * other files: the contract is JSON, which is read faster than JavaScript, and the validator of each operation has a file of
 * its own, as most processes call few.
 */
export function builtContract(id: string): LoadedContract | undefined {
  const made = known.get(id) ?? read(id);
  if (made) known.set(id, made);
  return made;
}

/** Did a contract come compiled with the build? What else was made of it then can be read instead of made again. */
export function isFromBuild(contract: LoadedContract): boolean {
  return known.get(contract.compiled.id) === contract;
}

function read(id: string): LoadedContract | undefined {
  const file = join(folder, `${id}.json`);
  if (!existsSync(file)) return undefined;
  const compiled = JSON.parse(readFileSync(file, 'utf8')) as CompiledContract;
  return bundledContract(compiled, (operation) => loadValidator(id, operation), providerFunctions[id] ?? {});
}

function loadValidator(id: string, operation: string): InputValidator | undefined {
  const validator = join(folder, id, `${operation}.cjs`);
  return existsSync(validator) ? (loadBuilt(validator) as InputValidator) : undefined;
}
