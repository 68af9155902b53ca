import type { LinkedResource } from '../engine/contract.js';
import { TombstoneError } from '../errors.js';
import type { Draft, Fields, StoredRecord } from '../store/store.js';
import type { RecordFields } from './mock.js';

/** Under this name a record carries what it is besides its fields, where that is not the default: `{ "flows": true, … }`. */
export const metaName = '_tombstone';

/** What a record is besides its fields. */
export interface RecordMeta extends Partial<Pick<Draft, 'flows' | 'reads' | 'since'>> {
  /** Its fields are all it has: what is missing was missing, and is not filled in. */
  readonly complete?: boolean;
}

/** What most records have. */
export const noMeta: RecordMeta = {};

const checks: Readonly<Record<keyof RecordMeta, readonly [expected: string, holds: (value: unknown) => boolean]>> = {
  flows: ['true or false', (value) => typeof value === 'boolean'],
  complete: ['true or false', (value) => typeof value === 'boolean'],
  reads: ['a number of reads', (value) => Number.isSafeInteger(value) && Number(value) >= 0],
  since: [
    'milliseconds since the epoch',
    (value) => typeof value === 'number' && !Number.isNaN(new Date(value).getTime()),
  ],
};

/** Reads what is written beside a record's fields. @throws TombstoneError `bad-fixture` */
export function readMeta({ name }: LinkedResource, given: RecordFields): RecordMeta {
  const meta = given[metaName];
  if (meta === undefined) return noMeta;
  if (meta === null || typeof meta !== 'object' || Array.isArray(meta)) throw bad(name, '', meta, 'an object');
  for (const [key, value] of Object.entries(meta)) {
    const check = Object.hasOwn(checks, key) ? checks[key as keyof RecordMeta] : undefined;
    if (!check) throw bad(name, `.${key}`, value, `one of ${Object.keys(checks).join(', ')}`);
    if (!check[1](value)) throw bad(name, `.${key}`, value, check[0]);
  }
  return meta;
}

/** What has to be written beside a record's fields so that it can be put back as it is. */
export function metaOf(
  resource: LinkedResource,
  { fields, flows, reads, since }: StoredRecord,
): RecordMeta | undefined {
  const complete = wouldBeFilled(resource, fields) ? { complete: true } : undefined;
  return flows ? { flows, reads, since, ...complete } : complete;
}

/** Does it lack something that a record gets where it is not given? */
function wouldBeFilled({ stamps, fields, refs, state }: LinkedResource, own: Fields): boolean {
  const filled = [
    stamps.created,
    stamps.changed,
    state?.field,
    ...fields.map(([name]) => name),
    ...[...refs.values()].flatMap(({ copy }) => Object.keys(copy)),
  ];
  return filled.some((name) => name !== undefined && own[name] === undefined);
}

function bad(resource: string, at: string, seen: unknown, expected: string): TombstoneError {
  const message = `A ${resource} has ${metaName}${at}: ${JSON.stringify(seen)}; expected ${expected}.`;
  return new TombstoneError('bad-fixture', message);
}
