import type { Draft } from '../store/store.js';
import type { LinkedBinding, LinkedRef, LinkedResource } from './contract.js';
import type { Scope } from './scope.js';

/** A related record as guards see it: its state's name, `present` (no states), `absent`, or `unset` (optional, not given). */
export interface RelatedOne {
  readonly word: string;
  readonly record?: Draft;
}

const absent: RelatedOne = { word: 'absent' };
const unset: RelatedOne = { word: 'unset' };

/** The one record a ref names: the one the operation binds to, else the one the record itself names. */
export function relatedOne(scope: Scope, name: string): RelatedOne {
  const binding = scope.operation?.bindings.get(name);
  if (binding) return boundOne(scope, binding);
  const ref = scope.resource?.refs.get(name);
  return ref ? byKey(scope, ref, scope.record?.fields[ref.field]) : absent;
}

/** A bound record that belongs to another parent than the one bound counts as absent. */
function boundOne(scope: Scope, binding: LinkedBinding): RelatedOne {
  const found = byKey(scope, binding.ref, binding.key(scope));
  return found.record && !binding.parents.every((parent) => names(scope, found.record, parent)) ? absent : found;
}

function byKey(scope: Scope, ref: LinkedRef, key: unknown): RelatedOne {
  if (key === undefined || key === null) return ref.optional ? unset : absent;
  if (typeof key !== 'string' && typeof key !== 'number') return absent;
  const record = scope.transaction.find(ref.to, scope.partition, key);
  return record ? { word: stateWord(scope.contract.resources.get(ref.to), record), record } : absent;
}

/** Does this record name, by the binding's ref, the record that the binding asks for? */
export function names(scope: Scope, record: Draft | undefined, binding: LinkedBinding): boolean {
  return record !== undefined && String(record.fields[binding.ref.field]) === String(binding.key(scope));
}

/** A record's state by name; `present` where its resource has none. */
export function stateWord(resource: LinkedResource | undefined, record: Draft): string {
  const state = resource?.state;
  return state ? (state.nameOf.get(record.fields[state.field]) ?? 'present') : 'present';
}

/** The records that name this one, by the way back. */
export function relatedMany(scope: Scope, record: Draft, inverse: string): readonly Draft[] {
  const way = scope.contract.resources.get(record.resource)?.inverses.get(inverse);
  return way ? scope.transaction.having(way.resource, record.partition, way.field, record.key) : [];
}
