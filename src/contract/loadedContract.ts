import type { NamedFunctions } from '../engine/functions.js';
import type { CompiledContract, InputValidators } from '../language/compiledContract.js';

/** A contract ready to be mocked. */
export interface LoadedContract {
  readonly compiled: CompiledContract;
  readonly validators: InputValidators;
  readonly functions: NamedFunctions;
}
