import type { Surroundings } from '../engine/scope.js';
import { emptyView, openTransaction } from '../engine/transaction.js';
import { TombstoneError } from '../errors.js';
import { parseInstant } from '../language/instant.js';
import type { StoredRecord, Write } from '../store/store.js';
import type { Pace, RecordFields, Snapshot } from './mock.js';
import { metaName, metaOf } from './recordMeta.js';
import { partitionDefault, putRecord, shown } from './records.js';
import { changeSwitches, defaultSwitches, findResource, findWorld, type World, type Worlds } from './world.js';

/** One provider's part of a snapshot. */
export function exportWorld(world: World): Snapshot['providers'][string] {
  const records: Record<string, RecordFields[]> = {};
  for (const name of world.contract.resources.keys()) records[name] = [];
  for (const record of world.store.everything()) records[record.resource]?.push(exportRecord(world, record));
  return { records, switches: world.switches, counters: world.store.counters() };
}

function exportRecord(world: World, record: StoredRecord): RecordFields {
  const resource = findResource(world, record.resource);
  const fields = shown(resource, record);
  const meta = metaOf(resource, record);
  return meta ? { ...fields, [metaName]: meta } : fields;
}

/** What an import comes to, once all of it has been read: nothing is changed before. */
export interface Import {
  readonly now: number | undefined;
  readonly pace: Pace | undefined;
  readonly worlds: readonly {
    readonly world: World;
    readonly writes: readonly Write[];
    readonly switches: Readonly<Record<string, string>>;
  }[];
}

const paces: readonly unknown[] = ['real', 'manual', 'instant'];

/** Reads a snapshot. @throws TombstoneError `bad-fixture`, `unknown-provider`, `unknown-resource`, `unknown-switch`, `unknown-state` */
export function readSnapshot(worlds: Worlds, snapshot: unknown, surroundings: (world: World) => Surroundings): Import {
  const root = object(snapshot, 'The snapshot');
  if (root['format'] !== 1)
    throw bad(`The snapshot's format is ${JSON.stringify(root['format'])}; this version reads format 1.`);
  const clock = root['clock'] === undefined ? {} : object(root['clock'], 'clock');
  const now = clock['now'] === undefined ? undefined : parseInstant(clock['now']);
  if (clock['now'] !== undefined && now === undefined)
    throw bad(`clock.now is ${JSON.stringify(clock['now'])}; expected an ISO 8601 instant.`);
  const pace = clock['pace'];
  if (pace !== undefined && !paces.includes(pace))
    throw bad(`clock.pace is ${JSON.stringify(pace)}; expected real, manual or instant.`);
  const parts = Object.entries(object(root['providers'], 'providers')).map(([provider, part]) => {
    const world = findWorld(worlds, provider);
    const { records, switches, counters } = object(part, `providers.${provider}`);
    return {
      world,
      writes: [
        ...readRecords(world, records, `providers.${provider}.records`, surroundings(world)),
        ...readCounters(counters),
      ],
      // A snapshot replaces everything: a switch it does not name is back at its default.
      switches: changeSwitches(
        { ...world, switches: defaultSwitches(world.contract) },
        switches === undefined ? {} : object(switches, `providers.${provider}.switches`),
      ),
    };
  });
  return { now, pace: pace as Pace | undefined, worlds: parts };
}

/** Reads records by resource, as fixtures and snapshots write them, for a store that is empty. */
export function readRecords(world: World, records: unknown, at: string, surroundings: Surroundings): readonly Write[] {
  // One transaction over all of them, so that a record finds the ones it names.
  const transaction = openTransaction(emptyView);
  for (const [name, list] of Object.entries(object(records, at))) {
    const resource = findResource(world, name);
    if (!Array.isArray(list)) throw bad(`${at}.${name} is ${describe(list)}; expected a list of records.`);
    for (const [index, item] of list.entries()) {
      const fields = isObject(item) ? item : object(item, `${at}.${name}[${index}]`);
      const given = resource.partition && fields[resource.partition.name];
      const partition = given === undefined ? partitionDefault(world, resource) : String(given);
      putRecord(world, resource, partition, fields, { transaction, surroundings, enter: false });
    }
  }
  return transaction.writes;
}

function readCounters(counters: unknown): Write[] {
  if (counters === undefined) return [];
  return Object.entries(object(counters, 'counters')).map(([counter, value]) => {
    if (!Number.isSafeInteger(value)) throw bad(`counters.${counter} is ${describe(value)}; expected an integer.`);
    return { do: 'count', counter, value: Number(value) };
  });
}

function object(value: unknown, at: string): Record<string, unknown> {
  if (isObject(value)) return value;
  throw bad(`${at} is ${describe(value)}; expected an object.`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return value === undefined ? 'missing' : JSON.stringify(value);
}

function bad(message: string): TombstoneError {
  return new TombstoneError('bad-fixture', message);
}
