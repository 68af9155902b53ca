import type { NamedFunctions } from '../engine/functions.js';
import type { LoadedContract } from '../engine/loadedContract.js';
import type { CompiledContract, InputValidator } from '../language/compiledContract.js';
import { withBuiltIns } from './namedFunctions.js';

/** Puts together what the build made of a contract. The validators are asked for by the first call. */
export function bundledContract(
  compiled: CompiledContract,
  validators: () => Readonly<Record<string, InputValidator>>,
  functions: NamedFunctions,
): LoadedContract {
  const validatorOf = (operationId: string): InputValidator => {
    const made = validators();
    const validator = Object.hasOwn(made, operationId) ? made[operationId] : undefined;
    if (!validator) throw new Error(`no operation ${operationId}`);
    return validator;
  };
  return { compiled, validators: validatorOf, functions: withBuiltIns(functions) };
}
