import type { LinkedResource } from '../engine/contract.js';
import { copyFromRefs, draftOf, fillFields, stamp } from '../engine/create.js';
import { enterState } from '../engine/enterState.js';
import { removeRecord } from '../engine/removeRecord.js';
import type { Scope, Surroundings } from '../engine/scope.js';
import { openTransaction, type Transaction } from '../engine/transaction.js';
import { recordScope } from '../engine/transition.js';
import { TombstoneError } from '../errors.js';
import type { Draft, StoredRecord, Write } from '../store/store.js';
import type { Mock, RecordAddress, RecordFields } from './mock.js';
import { metaName, noMeta, type RecordMeta, readMeta } from './recordMeta.js';
import { findResource, findWorld, type World, type Worlds } from './world.js';

interface RecordsContext {
  readonly worlds: Worlds;
  readonly surroundings: (world: World) => Surroundings;
  readonly commit: (world: World, writes: readonly Write[]) => void;
  /** Applies what is due, so that a look never shows a state that is over. */
  readonly settle: () => void;
}

/** The records of a sandbox as control, fixtures and tests reach them: no references checked, no entry effects unless asked for. */
export function createRecords({ worlds, surroundings, commit, settle }: RecordsContext): Mock['records'] {
  const locate = (address: RecordAddress, fields: RecordFields = {}) => {
    settle();
    const world = findWorld(worlds, address.provider);
    const resource = findResource(world, address.resource);
    const partition = address.partition ?? partitionIn(resource, fields) ?? partitionDefault(world, resource);
    const record = world.store.find(resource.name, partition, readKey(resource, address.key));
    return { world, resource, partition, record };
  };
  return {
    get(address) {
      const { resource, record } = locate(address);
      return record && shown(resource, record);
    },
    create(provider, name, fields = {}) {
      settle();
      const world = findWorld(worlds, provider);
      const resource = findResource(world, name);
      const partition = partitionIn(resource, fields) ?? partitionDefault(world, resource);
      const transaction = openTransaction(world.store);
      checkFree(world, resource, partition, fields);
      const key = putRecord(world, resource, partition, fields, {
        transaction,
        surroundings: surroundings(world),
        enter: false,
      });
      commit(world, transaction.writes);
      return shownNow(world, resource, partition, key);
    },
    put(address, fields, { enter = false } = {}) {
      const { world, resource, partition } = locate(address, fields);
      const given = { ...fields, [resource.keyField]: readKey(resource, address.key) };
      const transaction = openTransaction(world.store);
      putRecord(world, resource, partition, given, { transaction, surroundings: surroundings(world), enter });
      commit(world, transaction.writes);
      return shownNow(world, resource, partition, address.key);
    },
    patch(address, fields, { enter = false } = {}) {
      const { world, resource, partition, record } = locate(address, fields);
      if (!record) return undefined;
      commit(world, patchWrites(world, resource, record, fields, surroundings(world), enter));
      return shownNow(world, resource, partition, record.key);
    },
    remove(address) {
      const { world, record } = locate(address);
      if (!record) return false;
      const transaction = openTransaction(world.store);
      removeRecord({ contract: world.contract, transaction }, record);
      commit(world, transaction.writes);
      return true;
    },
    all(provider, name, partition) {
      settle();
      const world = findWorld(worlds, provider);
      const resource = findResource(world, name);
      return world.store
        .all(name, partition ?? partitionDefault(world, resource))
        .map((record) => shown(resource, record));
    },
  };
}

/** The partition where none is given: the default project; a resource without partitions has one for all. */
export function partitionDefault({ contract }: World, resource: LinkedResource): string {
  return resource.partition ? contract.defaultPartition : '';
}

function partitionIn(resource: LinkedResource, fields: RecordFields): string | undefined {
  const value = resource.partition && fields[resource.partition.name];
  return value === undefined ? undefined : String(value);
}

/** @throws TombstoneError `bad-fixture` where the fields name the key of a record that is there */
function checkFree({ store }: World, resource: LinkedResource, partition: string, fields: RecordFields): void {
  const key = fields[resource.keyField];
  if (key === undefined || !store.find(resource.name, partition, readKey(resource, key as string | number))) return;
  const message = `There is a ${resource.name} with ${resource.keyField} ${JSON.stringify(key)} already. Change that one, or leave the key out to have one made.`;
  throw new TombstoneError('bad-fixture', message);
}

/** A key of the type its field has. @throws TombstoneError `bad-fixture` */
function readKey(resource: LinkedResource, key: string | number): string | number {
  if (!resource.integerKey) return String(key);
  const number = Number(key);
  if (Number.isInteger(number)) return number;
  throw new TombstoneError(
    'bad-fixture',
    `The key of ${resource.name} is an integer (${resource.keyField}); got ${JSON.stringify(key)}.`,
  );
}

/** A record as it is shown: its fields, and its partition under the partition's own name. */
export function shown(resource: LinkedResource, record: StoredRecord): RecordFields {
  return resource.partition ? { ...record.fields, [resource.partition.name]: record.partition } : record.fields;
}

function shownNow({ store }: World, resource: LinkedResource, partition: string, key: string | number): RecordFields {
  const record = store.find(resource.name, partition, key);
  return record ? shown(resource, record) : {};
}

/** Makes or replaces a record within a transaction; what is not given is filled in. Gives its key. */
export function putRecord(
  world: World,
  resource: LinkedResource,
  partition: string,
  given: RecordFields,
  within: { readonly transaction: Transaction; readonly surroundings: Surroundings; readonly enter: boolean },
): string | number {
  const about = { resource: resource.name, partition, flows: false };
  const scope = recordScope(world.contract, about, within.transaction, within.surroundings);
  const fields = ownFields(resource, given);
  fields[resource.keyField] ??= resource.generateKey(scope);
  fields[resource.keyField] = readKey(resource, fields[resource.keyField] as string | number);
  checkState(world, resource, fields);
  const meta = readMeta(resource, given);
  const whole = meta.complete ? fields : completeFields(scope, resource, fields);
  const record = withMeta(draftOf(scope, resource, whole), meta);
  scope.transaction.put(record);
  runEntry(scope, resource, record, within.enter);
  return record.key;
}

/** The given fields win over everything; around them stand the times, the resource's own values and the first state. */
function completeFields(
  scope: Scope,
  resource: LinkedResource,
  given: Record<string, unknown>,
): Record<string, unknown> {
  const fields: Record<string, unknown> = { [resource.keyField]: given[resource.keyField] };
  stamp(scope, resource, fields, true);
  Object.assign(fields, given);
  if (resource.state) fields[resource.state.field] ??= resource.state.wireOf.get(resource.state.initial);
  fillFields(scope, resource, fields);
  copyFromRefs(scope, resource, fields, (name) => Object.hasOwn(given, name));
  return fields;
}

function patchWrites(
  world: World,
  resource: LinkedResource,
  record: StoredRecord,
  given: RecordFields,
  surroundings: Surroundings,
  enter: boolean,
): readonly Write[] {
  const scope = recordScope(world.contract, record, openTransaction(world.store), surroundings);
  const changes = ownFields(resource, given);
  checkState(world, resource, changes);
  if (changes[resource.keyField] !== undefined && String(changes[resource.keyField]) !== String(record.key)) {
    throw new TombstoneError(
      'bad-fixture',
      `A record keeps its key: ${resource.keyField} is ${record.key}, got ${JSON.stringify(changes[resource.keyField])}. Make another record instead.`,
    );
  }
  const fields: Record<string, unknown> = { ...record.fields };
  stamp(scope, resource, fields, false);
  Object.assign(fields, changes, { [resource.keyField]: record.key });
  const told = resource.state && changes[resource.state.field] !== undefined;
  // A record that is told its state holds it; one that is only given other fields goes on as before.
  const changed: Draft = { ...record, fields, ...(told ? { flows: false, reads: 0, since: surroundings.now } : {}) };
  scope.transaction.put(withMeta(changed, readMeta(resource, given)));
  runEntry(scope, resource, changed, enter);
  return scope.transaction.writes;
}

function runEntry(scope: Scope, resource: LinkedResource, record: Draft, enter: boolean): void {
  const state = enter && resource.state?.nameOf.get(record.fields[resource.state.field]);
  if (state) enterState(scope, record, state);
}

function ownFields(resource: LinkedResource, given: RecordFields): Record<string, unknown> {
  const { partition } = resource;
  if (!Object.hasOwn(given, metaName) && !(partition && Object.hasOwn(given, partition.name))) return { ...given };
  return Object.fromEntries(Object.entries(given).filter(([name]) => name !== metaName && name !== partition?.name));
}

function withMeta(record: Draft, given: RecordMeta): Draft {
  if (given === noMeta) return record;
  const { complete: _, ...meta } = given;
  return { ...record, ...meta };
}

function checkState({ contract }: World, resource: LinkedResource, fields: RecordFields): void {
  const { state } = resource;
  const value = state && fields[state.field];
  if (!state || value === undefined || state.nameOf.has(value)) return;
  const known = [...state.nameOf]
    .map(([wire, name]) => (wire === name ? String(wire) : `${wire} (${name})`))
    .join(', ');
  throw new TombstoneError(
    'unknown-state',
    `${contract.id} ${resource.name} has no ${state.field} ${JSON.stringify(value)}. Known: ${known}.`,
  );
}
