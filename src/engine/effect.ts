import type { Effect } from '../language/lifecycle.js';
import type { Draft } from '../store/store.js';
import type { Act, Evaluate, LinkedResource } from './contract.js';
import { createRecord, stamp } from './create.js';
import { enterState } from './enterState.js';
import type { LinkContext } from './linkContext.js';
import { mergePatch } from './mergePatch.js';
import { relatedMany, relatedOne } from './related.js';
import { removeRecord } from './removeRecord.js';
import type { Scope } from './scope.js';
import { compileValue } from './value.js';

/** Compiles one effect. `on` is the resource the table is about. */
export function compileEffect(effect: Effect, on: LinkedResource | undefined, context: LinkContext): Act {
  switch (effect.do) {
    case 'create':
      return compileCreate(effect, on, context);
    case 'delete':
      return effect.path.length === 0
        ? deleteOwn
        : (scope) => scope.record && deleteRelated(scope, scope.record, effect.path);
    case 'set':
    case 'merge':
      return compileSet(effect, context);
    case 'unset':
      return changing(effect.on, (fields) => {
        for (const name of effect.fields) delete fields[name];
      });
    case 'move':
      return (scope) => {
        const record = target(scope, effect.on);
        if (record) keep(scope, effect.on, enterState(scope, record, effect.state));
      };
  }
}

function compileCreate(
  effect: Extract<Effect, { do: 'create' }>,
  on: LinkedResource | undefined,
  context: LinkContext,
): Act {
  const resource = context.resources.get(effect.resource);
  if (!resource) throw new Error(`${context.compiled.id} has no resource "${effect.resource}"`);
  const own = resource === on && effect.as === undefined;
  const creation = {
    resource,
    set: Object.entries(effect.set).map(([name, value]): readonly [string, Evaluate] => [
      name,
      compileValue(value, context),
    ]),
    fromBody: own,
    own,
    ...(effect.state === undefined ? {} : { state: effect.state }),
  };
  return (scope) => {
    const record = createRecord(scope, creation);
    if (own) scope.record = record;
    if (effect.as === undefined) return;
    scope.made ??= new Map();
    scope.made.set(effect.as, record);
  };
}

function deleteOwn(scope: Scope): void {
  if (scope.record) removeRecord(scope, scope.record, scope.resource);
}

function deleteRelated(scope: Scope, record: Draft, [inverse = '', ...rest]: readonly string[]): void {
  for (const related of relatedMany(scope, record, inverse)) {
    if (rest.length > 0) deleteRelated(scope, related, rest);
    else removeRecord(scope, related);
  }
}

function compileSet(effect: Extract<Effect, { do: 'set' | 'merge' }>, context: LinkContext): Act {
  const values = Object.entries(effect.fields).map(([name, value]) => [name, compileValue(value, context)] as const);
  return changing(effect.on, (fields, scope) => {
    for (const [name, evaluate] of values) {
      const value = evaluate(scope);
      // Nothing given is nothing to set: an update without a field leaves that field.
      if (value === undefined) continue;
      fields[name] = effect.do === 'merge' ? mergePatch(fields[name], value) : value;
    }
  });
}

function changing(on: string | undefined, change: (fields: Record<string, unknown>, scope: Scope) => void): Act {
  return (scope) => {
    const record = target(scope, on);
    const resource = record && scope.contract.resources.get(record.resource);
    if (!record || !resource) return;
    const fields = { ...record.fields };
    change(fields, scope);
    stamp(scope, resource, fields, false);
    const changed = { ...record, fields };
    scope.transaction.put(changed);
    keep(scope, on, changed);
  };
}

function target(scope: Scope, on: string | undefined): Draft | undefined {
  return on === undefined ? scope.record : relatedOne(scope, on).record;
}

function keep(scope: Scope, on: string | undefined, record: Draft): void {
  if (on === undefined) scope.record = record;
}
