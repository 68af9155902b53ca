import type { Contract, LinkedOperation } from '../engine/contract.js';
import type { InputView } from '../engine/functions.js';

/** The partition a request speaks of: what its resource (or, for an operation without one, any of the provider's) says. */
export function partitionOf(contract: Contract, operation: LinkedOperation, input: InputView): string {
  const partition =
    operation.resource?.partition ?? [...contract.resources.values()].find((resource) => resource.partition)?.partition;
  const value = partition?.of(input);
  return value === undefined ? contract.defaultPartition : String(value);
}
