import type { Lifecycle, Resource, Value } from '../language/lifecycle.js';
import type { OpenApiDocument } from '../language/openapi.js';
import type { Atom } from './atoms.js';
import { holds, same } from './holds.js';
import { closedValues, requestPart } from './requestPart.js';
import { nothing, type Seen, type Situation } from './situation.js';

/** A contract as the analysis reads it; a `CompiledContract` is one. */
export interface TableSource {
  readonly document: OpenApiDocument;
  readonly lifecycle: Lifecycle;
}

/** The states a record of a resource can be in; `present` for a resource without states. */
export function statesOf(resource: Resource | undefined): readonly string[] {
  return resource?.state ? Object.keys(resource.state.values) : ['present'];
}

/** The resource a ref, or `a/b` (a parent's parent), leads to; undefined where a name is unknown. */
export function relatedResource(
  lifecycle: Lifecycle,
  from: string,
  path: string,
): { readonly to: string; readonly optional: boolean } | undefined {
  let found: { to: string; optional: boolean } | undefined = { to: from, optional: false };
  for (const name of path.split('/')) {
    const ref: Resource['refs'][string] | undefined = lifecycle.resources[found.to]?.refs[name];
    if (!ref) return undefined;
    found = { to: ref.to, optional: ref.optional };
  }
  return found;
}

/** The resource whose records name a record of `to` by that way back; undefined where the name is unknown. */
export function inverseResource(
  lifecycle: Lifecycle,
  to: string,
  inverse: string,
): { readonly resource: string; readonly field: string } | undefined {
  for (const [resource, { refs }] of Object.entries(lifecycle.resources)) {
    const ref = Object.values(refs).find((known) => known.to === to && known.inverse === inverse);
    if (ref) return { resource, field: ref.field };
  }
  return undefined;
}

/** What a to-one ref may lead to: the states there are, then `unset` where it may be left out, then `absent`. */
export function toOneChoices(lifecycle: Lifecycle, on: string, path: string, mayBeUnset: boolean): Situation[] {
  const related = relatedResource(lifecycle, on, path);
  const states = statesOf(related && lifecycle.resources[related.to]);
  const words = [...states, ...(related?.optional && mayBeUnset ? ['unset'] : []), 'absent'];
  return words.map((word) => ({ ...nothing, related: { [path]: word } }));
}

/** Which sets of states the records of an inverse may be in: every subset of those a guard tells apart, smallest first. */
export function toManyChoices(lifecycle: Lifecycle, on: string, inverse: string, atoms: readonly Atom[]): Situation[] {
  const resource = inverseResource(lifecycle, on, inverse)?.resource;
  const among = (states: readonly string[]): Situation => ({ ...nothing, related: { [inverse]: states } });
  const signature = (states: readonly string[]) => atoms.map(({ when }) => holds(when, among(states))).join();
  const kinds = new Map<string, string>();
  for (const state of statesOf(resource === undefined ? undefined : lifecycle.resources[resource])) {
    const key = signature([state]);
    if (key !== signature([]) && !kinds.has(key)) kinds.set(key, state);
  }
  return subsets([...kinds.values()]).map(among);
}

/** What the request may hold at an expression: the values guards name or the schema closes, any other, and nothing. */
export function requestChoices(
  source: TableSource,
  operationId: string,
  expression: string,
  atoms: readonly Atom[],
): Situation[] {
  const part = requestPart(source.document, operationId, expression);
  const named = namedValues(atoms.flatMap(({ when }) => when.request?.[expression] ?? []));
  const closed = part && closedValues(part.schema);
  const possible = closed ? [...named.filter((value) => closed.some((one) => same(one, value))), ...closed] : named;
  const seen: Seen[] = unique(possible).map((value) => ({ value }));
  if (!closed) seen.push({ word: 'other' });
  if (!part?.certain) seen.push({ word: 'absent' });
  return seen.map((one) => ({ ...nothing, request: { [expression]: one } }));
}

/** What a field of the own record may hold: the values guards name, any other, or nothing. */
export function fieldChoices(pointer: string, atoms: readonly Atom[]): Situation[] {
  const named = namedValues(atoms.flatMap(({ when }) => when.field?.[pointer] ?? []));
  const seen: Seen[] = [...named.map((value) => ({ value })), { word: 'other' }, { word: 'absent' }];
  return seen.map((one) => ({ ...nothing, field: { [pointer]: one } }));
}

/** A switch's values, the default first, so that a first combination is one users meet. */
export function switchChoices(lifecycle: Lifecycle, name: string): Situation[] {
  const known = lifecycle.switches[name];
  const values = known ? [known.default, ...Object.keys(known.values).filter((value) => value !== known.default)] : [];
  return values.map((value) => ({ ...nothing, switches: { [name]: value } }));
}

function namedValues(accepted: readonly Value[]): Value[] {
  return unique(accepted.filter((value) => value !== 'present' && value !== 'absent'));
}

function unique(values: readonly Value[]): Value[] {
  return values.filter((value, index) => values.findIndex((one) => same(one, value)) === index);
}

function subsets(items: readonly string[]): string[][] {
  const sets: string[][] = [[]];
  for (const item of items) sets.push(...sets.map((set) => [...set, item]));
  return sets.sort((one, other) => one.length - other.length);
}
