import { combinations, type Dimension } from './dimensions.js';
import { combine, nothing, type Situation } from './situation.js';

/** The most combinations a table may have; more is an error of the contract. */
export const combinationLimit = 65_536;

/**
 * Every combination of the dimensions' answers; the last dimension changes fastest.
 *
 * @throws RangeError where there are more than `combinationLimit`
 */
export function situations(all: readonly Dimension[]): Iterable<Situation> {
  const count = combinations(all);
  if (count > combinationLimit)
    throw new RangeError(`The table has ${count} combinations; ${combinationLimit} are allowed.`);
  return combined(all, 0, nothing);
}

function* combined(all: readonly Dimension[], depth: number, so: Situation): Generator<Situation> {
  const dimension = all[depth];
  if (dimension === undefined) yield so;
  else for (const choice of dimension.choices) yield* combined(all, depth + 1, combine(so, choice));
}
