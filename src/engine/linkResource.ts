import { parseExpression } from '../language/expression.js';
import type { Computed, EnterRow, Ref, Resource } from '../language/lifecycle.js';
import type { SchemaObject } from '../language/openapi.js';
import { valueAt } from '../language/pointer.js';
import { resolveRef } from '../language/resolveRef.js';
import type { Evaluate, LinkedEnterRow, LinkedPartition, LinkedRef, LinkedResource, LinkedState } from './contract.js';
import { compileEffect } from './effect.js';
import { counterWithin } from './generate.js';
import { compileGuard } from './guard.js';
import { typesOf } from './input/coerce.js';
import { lazily } from './lazily.js';
import type { LinkContext } from './linkContext.js';
import { relatedMany, stateWord } from './related.js';
import { compileValue, isFixedValue } from './value.js';

/** Links a resource. Its entry rows follow in `linkEnterRows`, because they may speak of every resource. */
export function linkResource(name: string, context: LinkContext): LinkedResource {
  const resource = context.compiled.lifecycle.resources[name] as Resource;
  return {
    name,
    label: resource.label,
    collection: resource.collection,
    keyField: resource.key.field,
    generateKey: compileValue({ generate: resource.key.generate }, context),
    integerKey: hasIntegerKey(resource, context),
    ...(context.partition ? { partition: context.partition } : {}),
    stamps: resource.stamps,
    fields: Object.entries(resource.fields).map(
      ([field, value]) => [field, compileValue(value, context), !isFixedValue(value)] as const,
    ),
    settable: lazily(() => settableFields(resource, context)),
    computed: new Map(
      Object.entries(resource.computed).map(([field, computed]) => [field, compileComputed(computed, context)]),
    ),
    refs: new Map(Object.entries(resource.refs).map(([ref, declared]) => [ref, linkRef(ref, declared)])),
    inverses: linkInverses(name, context),
    counters: linkCounters(name, context),
    ...(resource.state ? { state: linkState(resource.state) } : {}),
  };
}

/**
 * A provider has one partition: a record and those related to it always lie in the same one. It is a parameter of the
 * request: `$request.path.project_id`.
 */
export function linkPartition(resources: Readonly<Record<string, Resource>>): LinkedPartition | undefined {
  const text = Object.values(resources).find((one) => one.partition !== undefined)?.partition;
  if (text === undefined) return undefined;
  const expression = parseExpression(text);
  if (expression?.from !== 'request') throw new Error(`a partition must be a parameter of the request, not "${text}"`);
  return { name: expression.name, of: (input) => input[expression.in][expression.name] };
}

/** What a resource's schema, and those it is made of, say of its properties. */
function schemaProperties({ schema: pointer }: Resource, { compiled }: LinkContext): SchemaObject['properties'] {
  const { document } = compiled;
  const schema = resolveRef<SchemaObject>(document, { $ref: pointer });
  const parts = [schema, ...(schema.allOf ?? []).map((part) => resolveRef(document, part))];
  return Object.assign({}, ...parts.map(({ properties }) => properties));
}

function hasIntegerKey(resource: Resource, context: LinkContext): boolean {
  if (resource.key.generate.startsWith('integer')) return true;
  const declared = schemaProperties(resource, context)?.[resource.key.field];
  return declared !== undefined && typesOf(resolveRef(context.compiled.document, declared)).includes('integer');
}

/** A request body gives the fields the schema declares, except those only the provider sets. */
function settableFields(resource: Resource, context: LinkContext): ReadonlySet<string> {
  const settable = new Set(Object.keys({ ...schemaProperties(resource, context), ...resource.fields }));
  const own = [
    resource.key.field,
    resource.stamps.created,
    resource.stamps.changed,
    resource.state?.field,
    ...Object.keys(resource.computed),
  ];
  for (const name of own) if (name !== undefined) settable.delete(name);
  return settable;
}

function linkRef(name: string, ref: Ref): LinkedRef {
  return { name, to: ref.to, field: ref.field, inverse: ref.inverse, optional: ref.optional, copy: ref.copy };
}

function linkInverses(name: string, context: LinkContext): LinkedResource['inverses'] {
  const ways = Object.entries(context.compiled.lifecycle.resources).flatMap(([other, { refs }]) =>
    Object.values(refs).flatMap((ref) =>
      ref.to === name ? [[ref.inverse, { resource: other, field: ref.field }] as const] : [],
    ),
  );
  return new Map(ways);
}

function linkCounters(name: string, { compiled }: LinkContext): LinkedResource['counters'] {
  return Object.entries(compiled.lifecycle.resources).flatMap(([other, { fields, refs }]) =>
    Object.values(fields).flatMap((value) => {
      const { generate, per } = (value ?? {}) as { readonly generate?: unknown; readonly per?: string };
      if (typeof generate !== 'string' || refs[per ?? '']?.to !== name) return [];
      return counterWithin(other, generate) ?? [];
    }),
  );
}

function linkState(state: NonNullable<Resource['state']>): LinkedState {
  const values = Object.entries(state.values);
  return {
    field: state.field,
    initial: state.initial,
    nameOf: new Map(values.map(([name, wire]) => [wire, name])),
    wireOf: new Map(values),
    flow: new Map(Object.entries(state.flow)),
    endsByReads: Object.values(state.flow).some((edge) => 'reads' in edge),
    enter: new Map(),
  };
}

function compileComputed(computed: Computed, context: LinkContext): Evaluate {
  if ('value' in computed) return compileValue(computed.value, context);
  const inverse = 'count' in computed ? computed.count : computed.sum;
  const states = computed.state && new Set(computed.state);
  const counted: Evaluate = (scope) => {
    const records = scope.record ? relatedMany(scope, scope.record, inverse) : [];
    return states
      ? records.filter((record) => states.has(stateWord(scope.contract.resources.get(record.resource), record)))
      : records;
  };
  if ('count' in computed) return (scope) => (counted(scope) as readonly unknown[]).length;
  const segments = computed.field.split('/');
  return (scope) =>
    (counted(scope) as ReturnType<typeof relatedMany>).reduce(
      (sum, { fields }) => sum + Number(valueAt(fields, segments) ?? 0),
      0,
    );
}

/** Links what happens when a record enters a state; fills the map `linkResource` left empty. */
export function linkEnterRows(resource: LinkedResource, context: LinkContext): void {
  const declared = context.compiled.lifecycle.resources[resource.name]?.state?.enter ?? {};
  const enter = resource.state?.enter as Map<string, () => readonly LinkedEnterRow[]> | undefined;
  for (const [state, rows] of Object.entries(declared))
    enter?.set(
      state,
      lazily(() => rows.map((row) => linkEnterRow(row, resource, context))),
    );
}

function linkEnterRow(row: EnterRow, resource: LinkedResource, context: LinkContext): LinkedEnterRow {
  return {
    holds: compileGuard(row.when, resource, context),
    acts: row.effects.map((effect) => compileEffect(effect, resource, context)),
  };
}
