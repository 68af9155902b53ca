import type { NamedFunctions } from '../engine/functions.js';
import type { LoadedContract } from '../engine/loadedContract.js';
import type { CompiledContract, InputValidator } from '../language/compiledContract.js';
import { withBuiltIns } from './namedFunctions.js';

/** Puts together what a module of dist/contracts holds; called by these generated modules only. */
export function bundledContract(
  compiled: CompiledContract,
  validators: Readonly<Record<string, InputValidator>>,
  functions: NamedFunctions,
): LoadedContract {
  const validatorOf = (operationId: string): InputValidator => {
    const validator = Object.hasOwn(validators, operationId) ? validators[operationId] : undefined;
    if (!validator) throw new Error(`no operation ${operationId}`);
    return validator;
  };
  return { compiled, validators: validatorOf, functions: withBuiltIns(functions) };
}
