import type { CompiledContract } from '../../language/compiledContract.js';
import { candidates } from '../../table/analyse.js';
import { dimensions } from '../../table/dimensions.js';
import { inverseResource, relatedResource } from '../../table/domains.js';
import { possible } from '../../table/possible.js';
import type { Situation } from '../../table/situation.js';
import { situations } from '../../table/situations.js';
import { growthOf } from './grown.js';
import { makerOf } from './operationsOf.js';
import { passesBy, stateSteps } from './stateSteps.js';

/**
 * Of all situations in which a row decides, the one that is least work to bring about from outside. The own state and
 * the switches stay as they are: they tell cases apart.
 *
 * @param fits what else a situation has to be like
 */
export function chooseSituation(
  contract: CompiledContract,
  operationId: string,
  rowId: string,
  like?: Situation,
  fits: (situation: Situation) => boolean = () => true,
): Situation | undefined {
  const operation = contract.lifecycle.operations[operationId];
  if (!operation) return like;
  const rows = candidates(operation.decide);
  const all = dimensions(contract, operationId).map((dimension) =>
    dimension.topic === 'state' || dimension.topic === 'switch'
      ? { ...dimension, choices: dimension.choices.filter((choice) => !like || agrees(choice, like)) }
      : dimension,
  );
  let best = like;
  let least = like ? work(contract, operationId, like) : Number.POSITIVE_INFINITY;
  for (const situation of situations(all)) {
    if (!possible(operation, situation) || !fits(situation)) continue;
    const cost = work(contract, operationId, situation);
    if (cost >= least || rows.find((row) => row.holds(situation))?.id !== rowId) continue;
    best = situation;
    least = cost;
  }
  return best;
}

function agrees(choice: Situation, { state, switches }: Situation): boolean {
  const sameState = choice.state === undefined || choice.state === state;
  return sameState && Object.entries(choice.switches).every(([name, value]) => (switches[name] ?? value) === value);
}

const outOfReach = 1000;

/** How much there is to do: each record counts, and more where it has to be waited for or cannot be had. */
function work(contract: CompiledContract, operationId: string, { state, related }: Situation): number {
  const { lifecycle } = contract;
  const { on = '', bind } = lifecycle.operations[operationId] ?? { bind: {} };
  const bound = makerOf(contract, on)?.operation.bind ?? {};
  const costs = Object.entries(related).map(([name, seen]) => {
    if (typeof seen !== 'string') {
      const child = inverseResource(lifecycle, on, name)?.resource ?? '';
      return seen.reduce((sum, one) => sum + stateWork(contract, child, one), 0);
    }
    const isBound = Object.hasOwn(bind, name);
    if (!isBound && !Object.hasOwn(bound, name)) {
      return growthWork(contract, on, name, state, seen);
    }
    if (seen === 'absent' || seen === 'unset') return isBound ? 0 : outOfReach;
    return stateWork(contract, relatedResource(lifecycle, on, name)?.to ?? '', seen);
  });
  const own = state === undefined || state === 'absent' ? 0 : stateWork(contract, on, state);
  return own + costs.reduce((sum, cost) => sum + cost, 0);
}

/** A record that appears by itself is there once the other has been where it appears, and not before. */
function growthWork(
  contract: CompiledContract,
  on: string,
  ref: string,
  state: string | undefined,
  seen: string,
): number {
  const growth = growthOf(contract, on, ref);
  const isNot = seen === 'absent' || seen === 'unset';
  const initial = contract.lifecycle.resources[on]?.state?.initial;
  if (!growth || initial === undefined || state === undefined || state === 'absent') return isNot ? 0 : 1;
  const isThere = stateSteps(contract, on, initial, state)?.some(({ to }) => to === growth.at) ?? false;
  if (isNot) return isThere ? 1 : 0;
  return isThere && seen === growth.state ? 1 : outOfReach;
}

function stateWork(contract: CompiledContract, resource: string, state: string): number {
  if (!makerOf(contract, resource)) return outOfReach;
  const machine = contract.lifecycle.resources[resource]?.state;
  if (!machine || state === 'present') return 1;
  const way = stateSteps(contract, resource, machine.initial, state);
  if (!way) return outOfReach;
  return 1 + way.length + (passesBy(machine, state) ? 3 : 0);
}
