import type { EnterRow, Row } from '../language/lifecycle.js';
import { atomsOf } from './atoms.js';
import { combinations, type Dimension, dimensions, enterDimensions, merged } from './dimensions.js';
import type { TableSource } from './domains.js';
import { type Candidate, type FirstMatch, firstMatch } from './firstMatch.js';
import { holds } from './holds.js';
import { possible } from './possible.js';
import { nothing, type Situation } from './situation.js';
import { situations } from './situations.js';

/** What enumeration shows of one decision table. */
export interface Analysis extends FirstMatch<Situation> {
  /** How many combinations were tried, after merging what the table never tells apart. */
  readonly combinations: number;
}

const noRows: Analysis = { combinations: 0, undecided: [], shadowed: [], wins: new Map() };

/** How many combinations `analyse` would try; more than `combinationLimit` is an error of the contract. */
export function tableSize(source: TableSource, operationId: string): number {
  return combinations(mergedDimensions(source, operationId));
}

/**
 * Tries every combination on an operation's table: which does no row decide, which rows are never first, and where does
 * each row win first?
 *
 * @throws RangeError where `tableSize` is above `combinationLimit`
 */
export function analyse(source: TableSource, operationId: string): Analysis {
  const operation = source.lifecycle.operations[operationId];
  if (!operation) return noRows;
  const all = mergedDimensions(source, operationId);
  const real = filter(situations(all), (situation) => possible(operation, situation));
  return { combinations: combinations(all), ...firstMatch(candidates(operation.decide), real) };
}

/** The same for the rows run on entering a state. They need not be total: no row that holds means nothing is done. */
export function analyseEnter(source: TableSource, resource: string, state: string): Analysis {
  const rows = source.lifecycle.resources[resource]?.state?.enter[state] ?? [];
  const all = merged(
    enterDimensions(source, resource, state, rows),
    rows.map((row) => row.when),
  );
  return { combinations: combinations(all), ...firstMatch(candidates(rows), situations(all)) };
}

/** The own states that no row of the table tells from `state`, itself included. */
export function statesLike(source: TableSource, operationId: string, state: string): readonly string[] {
  const guards = source.lifecycle.operations[operationId]?.decide.map((row) => row.when) ?? [];
  const own = dimensions(source, operationId).filter(({ topic }) => topic === 'state');
  const asked = atomsOf(guards).filter(({ topic }) => topic === 'state');
  const kind = (so: Situation) => asked.map(({ when }) => holds(when, so)).join();
  const states = own.flatMap(({ choices }) => choices.filter((choice) => kind(choice) === kind({ ...nothing, state })));
  return states.flatMap((choice) => choice.state ?? []);
}

/** The situations each row of an operation's table decides, after merging what the table never tells apart. */
export function decidedBy(source: TableSource, operationId: string): ReadonlyMap<string, readonly Situation[]> {
  const rows = candidates(source.lifecycle.operations[operationId]?.decide ?? []);
  const decided = new Map<string, Situation[]>(rows.map(({ id }) => [id, []]));
  for (const situation of possibleSituations(source, operationId)) {
    const winner = rows.find((row) => row.holds(situation));
    if (winner) decided.get(winner.id)?.push(situation);
  }
  return decided;
}

/** Every combination of an operation's table that can be. */
export function possibleSituations(source: TableSource, operationId: string): Situation[] {
  const operation = source.lifecycle.operations[operationId];
  if (!operation) return [];
  return [...filter(situations(mergedDimensions(source, operationId)), (situation) => possible(operation, situation))];
}

/** The rows of a table as questions to situations. */
export function candidates(rows: readonly (Row | EnterRow)[]): readonly Candidate<Situation>[] {
  return rows.map(({ id, when }) => ({ id, holds: (situation) => holds(when, situation) }));
}

/** Those of `all` that pass, one at a time: most tables never need them all at once. */
export function* filter<S>(all: Iterable<S>, passes: (one: S) => boolean): Generator<S> {
  for (const one of all) if (passes(one)) yield one;
}

function mergedDimensions(source: TableSource, operationId: string): readonly Dimension[] {
  const rows = source.lifecycle.operations[operationId]?.decide ?? [];
  return merged(
    dimensions(source, operationId),
    rows.map((row) => row.when),
  );
}
