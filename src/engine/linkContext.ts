import type { CompiledContract } from '../language/compiledContract.js';
import type { LinkedPartition, LinkedResource } from './contract.js';
import type { NamedFunctions } from './functions.js';

/** What the compilers of values, guards, effects and replies need to know. */
export interface LinkContext {
  readonly compiled: CompiledContract;
  readonly functions: NamedFunctions;
  /** Filled before any operation is linked. */
  readonly resources: ReadonlyMap<string, LinkedResource>;
  readonly partition?: LinkedPartition;
}
