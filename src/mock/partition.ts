import type { Contract } from '../engine/contract.js';
import type { InputView } from '../engine/functions.js';

/** The partition a request speaks of. */
export function partitionOf({ partition, defaultPartition }: Contract, input: InputView): string {
  const value = partition?.of(input);
  return value === undefined ? defaultPartition : String(value);
}
