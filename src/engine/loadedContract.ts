import type { CompiledContract, InputValidators } from '../language/compiledContract.js';
import type { NamedFunctions } from './functions.js';

/** A contract ready to be mocked: the contract itself, and what it takes to run it. */
export interface LoadedContract {
  readonly compiled: CompiledContract;
  readonly validators: InputValidators;
  readonly functions: NamedFunctions;
}
