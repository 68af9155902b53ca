import type { Effect, ListRule, Value } from '../language/lifecycle.js';
import { describeValue } from './describeValue.js';
import type { Subject } from './describeWhen.js';
import { andList, orList, spaced } from './words.js';

/** What a row does, in plain English, in the order it does it. */
export function describeEffects(effects: readonly Effect[], subject: Subject): string {
  return effects.length === 0
    ? 'changes nothing'
    : effects.map((effect) => describeEffect(effect, subject)).join(', then ');
}

function describeEffect(effect: Effect, subject: Subject): string {
  const thing = `the ${spaced(subject.resource ?? 'record')}`;
  switch (effect.do) {
    case 'create': {
      const state = effect.state === undefined ? '' : ` that is ${effect.state}`;
      const set = Object.keys(effect.set).length === 0 ? '' : ` with ${describeFields(effect.set)}`;
      return `makes a new ${spaced(effect.resource)}${state}${set}`;
    }
    case 'delete':
      return effect.path.length === 0 ? `deletes ${thing}` : `deletes its ${effect.path.map(spaced).join("' ")}`;
    case 'set':
      return `sets ${describeFields(effect.fields)}${onWhich(effect.on)}`;
    case 'merge':
      return `merges ${describeFields(effect.fields)}${onWhich(effect.on)}`;
    case 'unset':
      return `removes ${andList(effect.fields)}${onWhich(effect.on)}`;
    case 'move':
      return `moves ${effect.on === undefined ? thing : `its ${spaced(effect.on)}`} to ${effect.state}`;
  }
}

function onWhich(on: string | undefined): string {
  return on === undefined ? '' : ` of its ${spaced(on)}`;
}

function describeFields(fields: Readonly<Record<string, Value>>): string {
  return andList(Object.entries(fields).map(([field, value]) => `${field} from ${describeValue(value)}`));
}

/** What a list shows, in plain English. */
export function describeList(list: ListRule, subject: Subject): string {
  const thing = `${spaced(subject.resource ?? 'record')} records`;
  const states = list.state === undefined ? '' : ` that are ${orList(list.state)}`;
  const filters = list.where.map((row) => ('call' in row ? `the function ${row.call}` : row.field));
  const filtered = filters.length === 0 ? '' : `, filtered by ${andList([...new Set(filters)])}`;
  return `lists ${thing}${states}${filtered}${list.page ? ', in pages' : ''}`;
}
