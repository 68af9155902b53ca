import type { Effect } from '../../language/lifecycle.js';
import type { OneOrMore, WrittenEffect } from '../written.js';
import { listOf } from './words.js';

/** @param own the resource that `create` makes where it does not say which. */
export function expandEffects(written: OneOrMore<WrittenEffect> | undefined, own: string): readonly Effect[] {
  return written === undefined ? [] : listOf(written).map((effect) => expandEffect(effect, own));
}

function expandEffect(written: WrittenEffect, own: string): Effect {
  if (written === 'create') return { do: 'create', resource: own, set: {} };
  if (written === 'delete') return { do: 'delete', path: [] };
  const on = written.on === undefined ? {} : { on: written.on };
  if (written.delete !== undefined) return { do: 'delete', path: written.delete.split('/') };
  if (written.set) return { do: 'set', ...on, fields: written.set };
  if (written.merge) return { do: 'merge', ...on, fields: written.merge };
  if (written.unset) return { do: 'unset', ...on, fields: written.unset };
  if (written.move !== undefined) return { do: 'move', ...on, state: String(written.move) };
  const { resource = own, set = {}, state, as } = written.create ?? {};
  return {
    do: 'create',
    resource,
    set,
    ...(state !== undefined && { state: String(state) }),
    ...(as !== undefined && { as }),
  };
}
