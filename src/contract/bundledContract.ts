import type { NamedFunctions } from '../engine/functions.js';
import type { LoadedContract } from '../engine/loadedContract.js';
import type { CompiledContract, InputValidator } from '../language/compiledContract.js';
import { withBuiltIns } from './namedFunctions.js';

/** Puts together what the build made of a contract. A validator is asked for by the first call of its operation. */
export function bundledContract(
  compiled: CompiledContract,
  validatorOf: (operationId: string) => InputValidator | undefined,
  functions: NamedFunctions,
): LoadedContract {
  const validators = (operationId: string): InputValidator => {
    const validator = validatorOf(operationId);
    if (!validator) throw new Error(`no operation ${operationId}`);
    return validator;
  };
  return { compiled, validators, functions: withBuiltIns(functions) };
}
