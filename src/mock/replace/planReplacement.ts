import type { Contract } from '../../engine/contract.js';
import { linkLoaded } from '../../engine/linkLoaded.js';
import type { LoadedContract } from '../../engine/loadedContract.js';
import { createRouter, type Router } from '../../engine/router.js';
import type { Write } from '../../store/store.js';
import { inMemory } from '../inMemory.js';
import { createRandom } from '../random.js';
import type { Ingredients } from '../sandboxOptions.js';
import { readRecords } from '../snapshot.js';
import { findWorld, type World, type Worlds } from '../world.js';
import { carrySettings, knownSettings } from './carrySettings.js';
import { compareContracts } from './compareContracts.js';
import { fittingRecords } from './fittingRecords.js';
import type { ReplacedContract } from './replacedContract.js';

/** What putting another version of a contract in place comes to, worked out whole before anything is changed. */
export interface Replacement {
  /** The world it happens to, and what that world is to hold. */
  readonly world: World;
  readonly next: World;
  readonly router: Router;
  /** What `reset` and further sandboxes start from. */
  readonly ingredients: Ingredients;
  /** Do states follow each other otherwise than before? */
  readonly newFlows: boolean;
  readonly report: Omit<ReplacedContract, 'droppedFaults'>;
}

/** Works out what becomes of a sandbox; changes nothing. @throws what `Mock.replaceContract` throws */
export function planReplacement(
  loaded: LoadedContract,
  worlds: Worlds,
  { contracts, options }: Ingredients,
  now: number,
): Replacement {
  const { id } = loaded.compiled;
  const world = findWorld(worlds, id);
  const before = world.contract;
  const after = linkLoaded(loaded);
  const router = createRouter([...worlds.values()].map((each) => (each === world ? after : each.contract)));

  const chosen = options.switches?.[id] ?? {};
  const { settings, changed } = carrySettings(world.switches, chosen, before, after);
  const { kept, dropped } = fittingRecords(world.store.everything(), before, after);
  const createStore = options.store ?? inMemory;
  const next: World = { contract: after, store: createStore(id, after.storeShape), switches: settings };
  next.store.commit([
    ...kept.map((record): Write => ({ do: 'put', record })),
    ...Object.entries(world.store.counters()).map(([counter, value]): Write => ({ do: 'count', counter, value })),
  ]);

  const ownFixtures = options.fixtures?.[id];
  // Read only to be refused here and not by the next reset; of the sandbox's own random numbers none may be used up.
  const trial = { now, random: createRandom(1), switches: settings, exchangeId: () => '' };
  readRecords(next, ownFixtures ?? loaded.compiled.fixtures, `fixtures.${id}`, trial);

  return {
    world,
    next,
    router,
    ingredients: {
      contracts: contracts.map((contract) => (contract.compiled.id === id ? loaded : contract)),
      options: { ...options, switches: { ...options.switches, [id]: knownSettings(chosen, after) } },
    },
    newFlows: flowsOf(before) !== flowsOf(after),
    report: {
      provider: id,
      ...compareContracts(before.compiled, loaded.compiled),
      records: { kept: kept.length, dropped },
      switches: changed,
      newFixtures:
        !ownFixtures && JSON.stringify(before.compiled.fixtures) !== JSON.stringify(loaded.compiled.fixtures),
    },
  };
}

/** How states follow each other, as a text that can be compared. */
function flowsOf({ compiled }: Contract): string {
  return JSON.stringify(
    Object.entries(compiled.lifecycle.resources).map(([name, { state }]) => [
      name,
      state && [state.field, state.values, state.flow],
    ]),
  );
}
