import { formatInstant } from '../language/instant.js';
import type { Draft } from '../store/store.js';
import type { Evaluate, LinkedResource } from './contract.js';
import { enterState } from './enterState.js';
import type { Scope } from './scope.js';

/** How a record is made. */
export interface Creation {
  readonly resource: LinkedResource;
  /** Set last, over everything else. */
  readonly set: readonly (readonly [string, Evaluate])[];
  readonly state?: string;
  /** Does the request body give fields? Only for the record the operation is about. */
  readonly fromBody: boolean;
  /** Is it the record the table is about, so that `$record` in `set` means the one being made? */
  readonly own: boolean;
}

/**
 * Makes a record: key, then what it belongs to, then the body's fields, then the resource's own values, then `set`;
 * captured copies last, because they follow the refs. Then it enters its first state.
 */
export function createRecord(scope: Scope, creation: Creation): Draft {
  const { resource } = creation;
  const making: Scope = { ...scope, resource };
  const fields: Record<string, unknown> = { [resource.keyField]: resource.generateKey(making) };
  if (creation.own) bindTo(scope, resource, fields);
  if (creation.fromBody) takeBody(scope, resource, fields);
  stamp(scope, resource, fields, true);
  setRefs(scope, resource, creation.set, fields);
  making.record = draft(scope, resource, fields);
  fillFields(making, resource, fields);
  const setting: Scope = creation.own ? making : scope;
  if (creation.own) making.record = draft(scope, resource, fields);
  for (const [name, evaluate] of creation.set) fields[name] = evaluate(setting);
  copyFromRefs(scope, resource, fields, (name) => creation.set.some(([given]) => given === name));
  const record = draft(scope, resource, fields);
  scope.transaction.put(record);
  return resource.state ? enterState(scope, record, creation.state ?? resource.state.initial, { first: true }) : record;
}

/** A record with these fields as they are now; its key is the key field's value. */
export function draft(scope: DraftScope, resource: LinkedResource, fields: Record<string, unknown>): Draft {
  return draftOf(scope, resource, { ...fields });
}

type DraftScope = Pick<Scope, 'partition' | 'flows' | 'surroundings'>;

/** A record of these fields, which nobody may change from now on. */
export function draftOf(scope: DraftScope, resource: LinkedResource, fields: Record<string, unknown>): Draft {
  const key = fields[resource.keyField] as string | number;
  return {
    resource: resource.name,
    partition: scope.partition,
    key,
    fields,
    flows: scope.flows,
    reads: 0,
    since: scope.surroundings.now,
  };
}

function bindTo(scope: Scope, resource: LinkedResource, fields: Record<string, unknown>): void {
  for (const { ref, key } of scope.operation?.bindings.values() ?? []) {
    const value = key(scope);
    if (resource.refs.get(ref.name) === ref && value !== undefined) fields[ref.field] = value;
  }
}

/** What it belongs to is set before the resource's own values, because those may count within it. */
function setRefs(scope: Scope, resource: LinkedResource, set: Creation['set'], fields: Record<string, unknown>): void {
  const refs = new Set([...resource.refs.values()].map(({ field }) => field));
  for (const [name, evaluate] of set) {
    const value = refs.has(name) ? evaluate(scope) : undefined;
    if (value !== undefined) fields[name] = value;
  }
}

function takeBody({ input, operation }: Scope, resource: LinkedResource, fields: Record<string, unknown>): void {
  if (input.body === null || typeof input.body !== 'object') return;
  const settable = resource.settable();
  for (const [name, value] of Object.entries(input.body)) {
    if (settable.has(name) && operation?.bodyFields?.has(name) !== false) fields[name] = value;
  }
}

/** Gives the resource's own values to fields that have none; in order, so that a later one may look at an earlier one. */
export function fillFields(scope: Scope, resource: LinkedResource, fields: Record<string, unknown>): void {
  for (const [name, evaluate, looksAtRecord] of resource.fields) {
    if (fields[name] !== undefined) continue;
    const value = evaluate(looksAtRecord ? { ...scope, record: draft(scope, resource, fields) } : scope);
    if (value !== undefined) fields[name] = value;
  }
}

/** Sets the time of creation and of the last change. */
export function stamp(scope: Scope, resource: LinkedResource, fields: Record<string, unknown>, created: boolean): void {
  const now = formatInstant(scope.surroundings.now, scope.contract.compiled.lifecycle.time);
  if (created && resource.stamps.created !== undefined) fields[resource.stamps.created] = now;
  if (resource.stamps.changed !== undefined) fields[resource.stamps.changed] = now;
}

/** Captures fields of the records it names, except where they were given. */
export function copyFromRefs(
  scope: Scope,
  resource: LinkedResource,
  fields: Record<string, unknown>,
  isGiven: (name: string) => boolean,
): void {
  for (const ref of resource.refs.values()) {
    const copies = Object.entries(ref.copy);
    if (copies.length === 0) continue;
    const key = fields[ref.field];
    if (typeof key !== 'string' && typeof key !== 'number') continue;
    const other = scope.transaction.find(ref.to, scope.partition, key);
    for (const [mine, theirs] of copies) {
      if (other && !isGiven(mine)) fields[mine] = other.fields[theirs];
    }
  }
}
