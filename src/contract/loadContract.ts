import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { providerFunctions } from '../../mocks/index.js';
import type { NamedFunctions } from '../engine/functions.js';
import type { LoadedContract } from '../engine/loadedContract.js';
import { didYouMean, TombstoneError } from '../errors.js';
import { builtContract } from './builtContract.js';
import { withBuiltIns } from './namedFunctions.js';
import { packageRoot, runsFromBuild } from './packageRoot.js';

let bundled: readonly string[] | undefined;

/** The names of the providers that come with this package. */
export function bundledContracts(): readonly string[] {
  bundled ??= findBundled(join(packageRoot, 'specs'));
  return bundled;
}

function findBundled(specs: string): readonly string[] {
  if (!existsSync(specs)) return [];
  return readdirSync(specs)
    .filter((name) => existsSync(join(specs, name, 'lifecycle.yaml')))
    .sort();
}

/**
 * Loads a contract: a bundled provider by its name, or a folder by its path.
 *
 * A bundled one comes compiled with the build; a folder is read, checked and compiled now. Whether its document follows
 * OpenAPI in every detail, and whether its rules are total, is left to `tombstone lint`.
 *
 * @throws TombstoneError `unknown-provider` for a name that is neither; `contract-not-found` for a folder without lifecycle.yaml.
 * @throws ContractError `contract-invalid`, with every error found.
 */
export async function loadContract(folderOrName: string): Promise<LoadedContract> {
  if (bundledContracts().includes(folderOrName)) return loadBundled(folderOrName);
  return compileFolder(contractFolder(folderOrName), process.cwd());
}

/** Where the files of a contract are. @throws TombstoneError `unknown-provider` for a name that is neither bundled nor a path */
export function contractFolder(folderOrName: string): string {
  if (bundledContracts().includes(folderOrName)) return join(packageRoot, 'specs', folderOrName);
  const isPath = /[/\\]|^\.{1,2}$|\.ya?ml$/.test(folderOrName) || existsSync(join(folderOrName, 'lifecycle.yaml'));
  if (isPath) return folderOrName;
  const names = bundledContracts();
  const message = `There is no provider "${folderOrName}"; bundled are ${names.join(', ')}.${didYouMean(folderOrName, names)} A folder is named with a slash: ./${folderOrName}.`;
  throw new TombstoneError('unknown-provider', message);
}

async function loadBundled(id: string): Promise<LoadedContract> {
  const built = runsFromBuild ? builtContract(id) : undefined;
  return built ?? compileFolder(contractFolder(id), packageRoot);
}

async function compileFolder(folder: string, base: string): Promise<LoadedContract> {
  // Only who loads a folder needs the parsers and validators behind these.
  const { compileContract } = await import('./compileContract.js');
  const { compileInputValidators } = await import('./inputValidators.js');
  const compiled = await compileContract(folder, base);
  return {
    compiled,
    validators: compileInputValidators(compiled),
    functions: functionsOf(compiled.id),
  };
}

/** The named functions a contract of that id may call. */
export function functionsOf(id: string): NamedFunctions {
  return withBuiltIns((Object.hasOwn(providerFunctions, id) && providerFunctions[id]) || {});
}
