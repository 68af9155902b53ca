import type { When } from '../language/lifecycle.js';
import { candidates, filter } from './analyse.js';
import { type Dimension, dimensions, merged } from './dimensions.js';
import type { TableSource } from './domains.js';
import { holds } from './holds.js';
import { possible } from './possible.js';
import type { Situation } from './situation.js';
import { situations } from './situations.js';

/**
 * The situations a row's cases start from: for each own state it covers, each branch of its `any` and each switch value
 * in its guard, the first combination in which the row decides. Empty for a row that never does.
 *
 * @throws RangeError where the table has more combinations than `combinationLimit`
 */
export function situationsOf(source: TableSource, operationId: string, rowId: string): readonly Situation[] {
  const operation = source.lifecycle.operations[operationId];
  const row = operation?.decide.find(({ id }) => id === rowId);
  if (!operation || !row) return [];
  const rows = candidates(operation.decide);
  const wins = (situation: Situation) =>
    possible(operation, situation) && rows.find((one) => one.holds(situation))?.id === rowId;
  const found = new Map<string, Situation>();
  for (const all of perState(source, operationId)) {
    const won = [...filter(situations(all), wins)];
    for (const facet of facets(row.when)) {
      const first = won.find((situation) => holds(facet, situation));
      if (first) found.set(JSON.stringify(first), first);
    }
  }
  return [...found.values()];
}

/** The dimensions once for each own state; here no state and no switch value may stand for another. */
function perState(source: TableSource, operationId: string): (readonly Dimension[])[] {
  const guards = source.lifecycle.operations[operationId]?.decide.map((row) => row.when) ?? [];
  const all = dimensions(source, operationId).flatMap((one) =>
    one.topic === 'switch' ? [one] : merged([one], guards),
  );
  const own = dimensions(source, operationId).find(({ topic }) => topic === 'state');
  const others = all.filter(({ topic }) => topic !== 'state');
  return own ? own.choices.map((choice) => [{ ...own, choices: [choice] }, ...others]) : [others];
}

/** Each way the guard says "or": a branch of `any` with one value of each switch. */
function facets(when: When): When[] {
  const branches: When[] = (when.any ?? [{}]).flatMap((branch) =>
    perSwitchValue(branch).map((one) => ({ ...branch, ...one })),
  );
  return perSwitchValue(when).flatMap((settings) => branches.map((branch) => ({ ...settings, any: [branch] })));
}

function perSwitchValue(when: When): Pick<When, 'switch'>[] {
  const settings = Object.entries(when.switch ?? {}).reduce<Record<string, string[]>[]>(
    (so, [name, values]) => so.flatMap((setting) => values.map((value) => ({ ...setting, [name]: [value] }))),
    [{}],
  );
  return settings.map((setting) => ({ switch: setting }));
}
