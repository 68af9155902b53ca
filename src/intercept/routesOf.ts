import { hostsOf } from '../engine/hostsOf.js';
import type { CompiledContract } from '../language/compiledContract.js';
import type { Route } from './intercept.js';

/**
 * The routes to what answers for some contracts: the real hosts of each.
 *
 * @param contracts as `Mock.contracts` has them
 */
export function routesOf(contracts: readonly CompiledContract[], target: Route['target']): readonly Route[] {
  return contracts.map(({ document }) => ({ hosts: hostsOf(document), target }));
}
