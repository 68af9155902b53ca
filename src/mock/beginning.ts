import type { Contract } from '../engine/contract.js';
import type { Surroundings } from '../engine/scope.js';
import type { RecordSet } from '../language/compiledContract.js';
import type { StoredRecord, Write } from '../store/store.js';
import { readRecords } from './snapshot.js';
import type { World } from './world.js';

/** What a world began with. */
interface Beginning {
  readonly contract: Contract;
  readonly fixtures: RecordSet;
  readonly records: readonly StoredRecord[];
  readonly counters: Readonly<Record<string, number>>;
  /** How many random numbers its records took. */
  readonly draws: number;
}

/**
 * Fills worlds that are empty with their fixtures. They are read once: the same seed, clock and fixtures make the same
 * records each time, and tests begin again often.
 */
export function createBeginnings(): (
  id: string,
  world: World,
  fixtures: RecordSet,
  surroundings: Surroundings,
) => void {
  const known = new Map<string, Beginning>();
  return (id, world, fixtures, surroundings) => {
    const { contract, store } = world;
    const last = known.get(id);
    if (last?.contract === contract && last.fixtures === fixtures) {
      // What is drawn next is what was drawn next the first time.
      for (let draw = 0; draw < last.draws; draw += 1) surroundings.random();
      // One by one: a list of so many writes would outlive what it is for.
      for (const record of last.records) store.commit([{ do: 'put', record }]);
      store.commit(Object.entries(last.counters).map(([counter, value]): Write => ({ do: 'count', counter, value })));
      return;
    }
    let draws = 0;
    const random = () => {
      draws += 1;
      return surroundings.random();
    };
    store.commit(readRecords(world, fixtures, `fixtures.${id}`, { ...surroundings, random }));
    known.set(id, { contract, fixtures, records: store.everything(), counters: store.counters(), draws });
  };
}
