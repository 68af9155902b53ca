import type { NamedFunctions } from '../../engine/functions.js';
import type { CompiledContract } from '../../language/compiledContract.js';
import type { Operation, Resource } from '../../language/lifecycle.js';
import type { OpenApiDocument } from '../../language/openapi.js';
import type { RequestValues } from '../../request/buildRequest.js';
import { exampleRequest, exampleRequests } from '../../request/exampleRequest.js';
import { inverseResource } from '../../table/domains.js';
import { requestPart } from '../../table/requestPart.js';
import type { Situation } from '../../table/situation.js';
import { placeInRequest, readFromRequest, withPointer } from './place.js';
import { sampleKey } from './sampleKey.js';
import { sampleValue } from './sampleValue.js';

/** A record that stands on the stage before the story begins. */
export interface StagedRecord {
  readonly resource: string;
  readonly key: string | number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A situation made concrete: the records, the switch settings and the request that bring a table into it. */
export interface Stage {
  readonly records: readonly StagedRecord[];
  readonly switches: Readonly<Record<string, string>>;
  readonly request: RequestValues;
  /** The record the operation is about, whether it exists or not. */
  readonly own: { readonly resource: string; readonly key: string | number } | undefined;
}

export interface StageSource {
  readonly compiled: CompiledContract;
  readonly functions: NamedFunctions;
}

/** Sets the stage for one situation of an operation's table. The world is empty otherwise. */
export function stageFor({ compiled, functions }: StageSource, operationId: string, situation: Situation): Stage {
  const { lifecycle, document } = compiled;
  const operation = lifecycle.operations[operationId] as Operation;
  const resource = operation.on === undefined ? undefined : lifecycle.resources[operation.on];
  const records: StagedRecord[] = [];
  const nextKey = keySource(compiled);
  const add = (
    name: string,
    key: string | number,
    state: string | undefined,
    fields: Readonly<Record<string, unknown>>,
  ): void => {
    records.push({
      resource: name,
      key,
      fields: { ...recordTemplate(compiled, name, state), ...danglingRefs(compiled, name), ...fields },
    });
  };

  let request = withSamples(
    inPartition(chooseExample(document, operationId, situation), compiled),
    functions,
    situation,
  );
  request = withRequestAtoms(request, compiled, operationId, situation);
  const ownKey = operation.on !== undefined && operation.by !== undefined ? nextKey(operation.on) : undefined;
  if (operation.by !== undefined) request = placeInRequest(request, operation.by, ownKey);

  const ownRefs: Record<string, unknown> = {};
  const boundKeys = new Map<string, string | number>();
  const bound = Object.keys(operation.bind).sort((a, b) => b.split('/').length - a.split('/').length);
  for (const path of bound) {
    const ref = refAt(compiled, operation, path);
    const word = String(situation.related[path] ?? 'present');
    const key = word === 'unset' ? undefined : nextKey(ref.to);
    request = placeInRequest(request, operation.bind[path] ?? '', key);
    if (key === undefined) continue;
    boundKeys.set(path, key);
    if (!path.includes('/')) ownRefs[ref.field] = key;
    if (word !== 'absent') add(ref.to, key, stateOf(word), parentRefs(compiled, ref.to, path, boundKeys));
  }
  for (const [name, ref] of Object.entries(resource?.refs ?? {})) {
    const word = situation.related[name];
    if (typeof word !== 'string' || operation.bind[name] !== undefined) continue;
    const key = word === 'unset' ? undefined : nextKey(ref.to);
    ownRefs[ref.field] = key;
    if (key !== undefined && word !== 'absent') add(ref.to, key, stateOf(word), {});
  }
  if (operation.on !== undefined && ownKey !== undefined && situation.state !== 'absent') {
    add(operation.on, ownKey, stateOf(situation.state), ownFields(ownRefs, situation));
    for (const [inverse, states] of Object.entries(situation.related)) {
      const way = typeof states === 'string' ? undefined : inverseResource(lifecycle, operation.on, inverse);
      if (!way) continue;
      for (const state of states) add(way.resource, nextKey(way.resource), stateOf(state), { [way.field]: ownKey });
    }
  }
  for (const [field, taken] of Object.entries(situation.taken)) {
    const expression = takenExpression(operation, field);
    if (taken && operation.on !== undefined)
      add(operation.on, nextKey(operation.on), undefined, { [field]: readFromRequest(request, expression) });
  }
  return {
    records,
    switches: situation.switches,
    request,
    own: operation.on !== undefined && ownKey !== undefined ? { resource: operation.on, key: ownKey } : undefined,
  };
}

function keySource({ lifecycle }: CompiledContract): (resource: string) => string | number {
  const given = new Map<string, number>();
  return (name) => {
    const index = given.get(name) ?? 0;
    given.set(name, index + 1);
    return sampleKey(lifecycle.resources[name] as Resource, index);
  };
}

/** `present` says no more than that there is a record. */
function stateOf(word: string | undefined): string | undefined {
  return word === 'present' ? undefined : word;
}

/** The fields of a fixture in that state (or any), so that a staged record is whole; its key and refs are the stage's. */
function recordTemplate(
  { lifecycle, fixtures }: CompiledContract,
  name: string,
  state: string | undefined,
): Record<string, unknown> {
  const resource = lifecycle.resources[name] as Resource;
  const machine = resource.state;
  const wire = machine && state !== undefined ? machine.values[state] : undefined;
  const known = fixtures[name] ?? [];
  const like =
    known.find((record) => wire !== undefined && machine && record[machine.field] === wire) ?? known[0] ?? {};
  const dropped = new Set([
    resource.key.field,
    '_tombstone',
    resource.partition?.split('.').at(-1),
    ...Object.values(resource.refs).map(({ field }) => field),
  ]);
  const fields = Object.fromEntries(Object.entries(like).filter(([field]) => !dropped.has(field)));
  return machine && wire !== undefined ? { ...fields, [machine.field]: wire } : fields;
}

/** A record always names those it must name, even where the table does not ask whether they exist. */
function danglingRefs({ lifecycle }: CompiledContract, name: string): Record<string, unknown> {
  const refs = Object.values(lifecycle.resources[name]?.refs ?? {}).filter(({ optional }) => !optional);
  return Object.fromEntries(refs.map(({ to, field }) => [field, sampleKey(lifecycle.resources[to] as Resource, 900)]));
}

/** The example that already holds what the situation asks of the request, so that little has to be changed. */
function chooseExample(document: OpenApiDocument, operationId: string, situation: Situation): RequestValues {
  const examples = exampleRequests(document, operationId);
  const fits = (example: RequestValues) =>
    Object.entries(situation.request).every(([expression, seen]) => {
      const value = readFromRequest(example, expression);
      if ('value' in seen) return value === seen.value;
      return (value === undefined) === (seen.word === 'absent');
    });
  return examples.find(fits) ?? exampleRequest(document, operationId);
}

function inPartition(request: RequestValues, { lifecycle }: CompiledContract): RequestValues {
  const partition = Object.values(lifecycle.resources).find((resource) => resource.partition !== undefined)?.partition;
  const keys = Object.values(lifecycle.auth).flatMap((rule) => Object.values('keys' in rule ? rule.keys : rule.accept));
  const own = keys.find((key) => key.partition !== undefined)?.partition;
  return partition === undefined || own === undefined ? request : placeInRequest(request, partition, own);
}

function withSamples(request: RequestValues, functions: NamedFunctions, situation: Situation): RequestValues {
  return Object.entries(situation.calls).reduce((changed, [name, outcome]) => {
    const sample = functions.guards?.[name]?.samples[outcome ? 'true' : 'false'];
    const body = sample?.body === undefined ? {} : { body: sample.body };
    return sample ? { ...changed, query: { ...changed.query, ...sample.query }, ...body } : changed;
  }, request);
}

function withRequestAtoms(
  request: RequestValues,
  { document, lifecycle }: CompiledContract,
  operationId: string,
  situation: Situation,
): RequestValues {
  return Object.entries(situation.request).reduce((changed, [expression, seen]) => {
    if ('value' in seen) return placeInRequest(changed, expression, seen.value);
    if (seen.word === 'absent') return placeInRequest(changed, expression, undefined);
    const named = (lifecycle.operations[operationId]?.decide ?? []).flatMap(({ when }) =>
      [when, ...(when.any ?? [])].flatMap((guard) => guard.request?.[expression] ?? []),
    );
    const current = readFromRequest(changed, expression);
    if (current !== undefined && !named.some((value) => value === current)) return changed;
    const part = requestPart(document, operationId, expression);
    return placeInRequest(changed, expression, sampleValue(document, part?.schema ?? {}, named));
  }, request);
}

function refAt(
  { lifecycle }: CompiledContract,
  operation: Operation,
  path: string,
): { readonly to: string; readonly field: string } {
  let from = operation.on ?? '';
  let found = { to: from, field: '' };
  for (const step of path.split('/')) {
    const ref = lifecycle.resources[from]?.refs[step];
    found = { to: ref?.to ?? '', field: ref?.field ?? '' };
    from = found.to;
  }
  return found;
}

/** A bound parent names its own bound parents. */
function parentRefs(
  { lifecycle }: CompiledContract,
  name: string,
  path: string,
  keys: ReadonlyMap<string, string | number>,
): Record<string, unknown> {
  const refs = Object.entries(lifecycle.resources[name]?.refs ?? {});
  return Object.fromEntries(
    refs.flatMap(([ref, { field }]) => (keys.has(`${path}/${ref}`) ? [[field, keys.get(`${path}/${ref}`)]] : [])),
  );
}

function ownFields(refs: Readonly<Record<string, unknown>>, situation: Situation): Record<string, unknown> {
  return Object.entries(situation.field).reduce<Record<string, unknown>>(
    (fields, [pointer, seen]) => {
      const value = 'value' in seen ? seen.value : seen.word === 'other' ? 'something else' : undefined;
      return withPointer(fields, pointer.split('/'), value) as Record<string, unknown>;
    },
    { ...refs },
  );
}

function takenExpression(operation: Operation, field: string): string {
  const guards = operation.decide.flatMap(({ when }) => [when, ...(when.any ?? [])]);
  return guards.find((guard) => guard.taken?.[field] !== undefined)?.taken?.[field] ?? '';
}
