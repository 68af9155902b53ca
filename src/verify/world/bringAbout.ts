import { placeInRequest } from '../../conformance/derive/place.js';
import { one, spaced } from '../../report/words.js';
import type { RequestValues } from '../../request/buildRequest.js';
import type { Plan, PlannedRecord, Token } from '../plan/plan.js';
import { swapKeys } from '../plan/swapKeys.js';
import type { Service } from '../service.js';
import { call, isDone } from './call.js';
import type { Ledger } from './ledger.js';
import { look } from './look.js';
import { madeKey } from './madeKey.js';
import { deleteRecord, moveRecord } from './moveRecord.js';
import type { NewName } from './newName.js';
import { refusalText } from './refusalText.js';
import type { StandingRecord } from './standing.js';

/** The records of a plan, as they stand at the target. */
export interface Built {
  readonly records: ReadonlyMap<Token, StandingRecord>;
  /** Token → the key the target gave. */
  readonly keys: ReadonlyMap<Token, Token>;
}

/** What a plan is carried out with. */
export interface Builder {
  readonly service: Service;
  readonly ledger: Ledger;
  readonly newName: NewName;
}

/** A plan carried out; or why it was not: something refused it, or something went on before all was ready. */
export type Brought = { readonly built: Built } | { readonly notReached: string } | { readonly late: string };

/**
 * Makes the records of a plan and brings each into its state.
 *
 * @param namesake the name that the request will ask for
 * @throws TombstoneError `no-answer`
 */
export async function bringAbout(builder: Builder, plan: Plan, namesake: string): Promise<Brought> {
  const { service } = builder;
  const records = new Map<Token, StandingRecord>();
  const keys = new Map<Token, Token>();
  for (const planned of plan.records) {
    const outcome = planned.make
      ? await make(builder, planned, planned.make, { records, keys, name: planned.namesake ? namesake : undefined })
      : await find(builder, planned, records);
    if (typeof outcome === 'string') return { notReached: outcome };
    keys.set(planned.token, outcome.key);
    if (!planned.removed) records.set(planned.token, outcome);
  }
  for (const record of records.values()) {
    const problem = record.state === undefined ? undefined : await moveRecord(service, record, record.state);
    if (problem !== undefined) return { notReached: problem };
  }
  const late = records.size > 1 ? await movedOn(service, [...records.values()]) : undefined;
  return late === undefined ? { built: { records, keys } } : { late };
}

/** Is everything still as it was brought about? Gives what is not. */
export async function movedOn(service: Service, records: readonly StandingRecord[]): Promise<string | undefined> {
  for (const record of records) {
    const seen = await look(service, record);
    const thing = spaced(record.resource);
    if (seen.found === 'gone') return `The ${thing} went away before the request could be sent.`;
    if (seen.found === 'there' && record.state !== undefined && seen.state !== record.state)
      return `The ${thing} went on to ${seen.state} before the request could be sent.`;
  }
  return undefined;
}

interface Making extends Built {
  /** The name it has to take; a new one otherwise. */
  readonly name: string | undefined;
}

async function make(
  { service, ledger, newName }: Builder,
  { resource, parents, state }: PlannedRecord,
  { operation, request, needs, names }: NonNullable<PlannedRecord['make']>,
  { records, keys, name }: Making,
): Promise<StandingRecord | string> {
  const { compiled } = service.contract;
  for (const need of needs) {
    const parent = records.get(need.token);
    const problem = parent && (await moveRecord(service, parent, need.state));
    if (problem !== undefined) return problem;
  }
  const values = names.reduce(
    (changed, place) => placeInRequest(changed, place, name ?? newName(operation, place)),
    swapKeys(request, keys) as RequestValues,
  );
  const called = await call(service, operation, values);
  if (!isDone(called)) return `Making ${one(resource)} was refused: ${refusalText(called)}`;
  const row = compiled.lifecycle.operations[operation]?.decide.find(({ effects }) =>
    effects.some((effect) => effect.do === 'create' && effect.resource === resource),
  );
  const key = row && madeKey(compiled, resource, row, called.body);
  if (key === undefined) return `The answer of ${operation} does not say which ${spaced(resource)} was made.`;
  const named = Object.entries(parents).map(([ref, token]) => [ref, keys.get(token) ?? token] as const);
  const record = { resource, key, names: Object.fromEntries(named), ...(state === undefined ? {} : { state }) };
  ledger.add(record);
  return record;
}

/** Finds what appeared by itself with another record; takes it away again where that is wanted. */
async function find(
  { service, ledger }: Builder,
  { resource, appears, parents, state, removed }: PlannedRecord,
  records: ReadonlyMap<Token, StandingRecord>,
): Promise<StandingRecord | string> {
  const origin = appears && records.get(appears.with);
  if (!appears || !origin) return `Nothing says where its ${spaced(resource)} comes from.`;
  const problem = origin.state === undefined ? undefined : await moveRecord(service, origin, origin.state);
  if (problem !== undefined) return problem;
  const field = service.contract.compiled.lifecycle.resources[origin.resource]?.refs[appears.ref]?.field ?? '';
  const seen = await look(service, origin);
  const key = seen.found === 'there' ? seen.fields[field] : undefined;
  const names = Object.fromEntries(
    Object.entries(parents).map(([ref, token]) => [ref, records.get(token)?.key ?? token] as const),
  );
  const known = typeof key === 'string' || typeof key === 'number' ? key : undefined;
  if (known === undefined)
    return removed ? { resource, key: '', names } : `The ${spaced(origin.resource)} names no ${spaced(appears.ref)}.`;
  const record = {
    resource,
    key: known,
    names: { ...origin.names, ...names },
    ...(state === undefined ? {} : { state }),
  };
  if (!removed) {
    ledger.add(record);
    return record;
  }
  const there = await look(service, record);
  const refused = there.found === 'there' ? await deleteRecord(service, record) : undefined;
  return refused === undefined ? record : `Its ${spaced(resource)} could not be deleted: ${refused}`;
}
