import { checkContract } from '../checkContract.js';
import type { Issue } from '../issue.js';
import { functionsOf } from '../loadContract.js';
import { lintContract } from './lintContract.js';

/**
 * Checks and lints the contract in a folder: everything that is wrong with it, or only probably meant otherwise.
 *
 * @param folder a contract's folder, or its lifecycle file.
 * @param options.base places name files relative to this folder. Default: the working directory.
 * @throws TombstoneError `contract-not-found` where there is no lifecycle file.
 */
export async function lintFolder(folder: string, options: { readonly base?: string } = {}): Promise<readonly Issue[]> {
  const { compiled, issues, placeOf } = await checkContract(folder, options);
  if (!compiled || issues.some(({ severity }) => severity === 'error')) return issues;
  return [...issues, ...(await lintContract({ compiled, placeOf, functions: functionsOf(compiled.id) }))];
}
