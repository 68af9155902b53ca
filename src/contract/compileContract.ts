import type { CompiledContract } from '../language/compiledContract.js';
import { checkContract } from './checkContract.js';
import { ContractError } from './issue.js';

/**
 * Compiles a contract's folder with the checks that are needed to run it. Where they find something, or something breaks
 * because they are not all there are, it is checked again, whole: then everything that is wrong is said.
 *
 * @throws ContractError with every error found
 * @throws TombstoneError `contract-not-found` where there is no lifecycle file
 */
export async function compileContract(folder: string, base: string): Promise<CompiledContract> {
  const quick = await checkContract(folder, { base, depth: 'quick' }).catch(() => undefined);
  if (quick?.compiled && !quick.issues.some(isError)) return quick.compiled;
  const { compiled, issues } = await checkContract(folder, { base });
  const errors = issues.filter(isError);
  if (errors.length > 0 || !compiled) throw new ContractError(errors);
  return compiled;
}

function isError({ severity }: { readonly severity: string }): boolean {
  return severity === 'error';
}
