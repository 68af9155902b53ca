import { deleterOf } from '../plan/operationsOf.js';
import { stateSteps } from '../plan/stateSteps.js';
import type { Service } from '../service.js';
import type { Ledger } from './ledger.js';
import { look } from './look.js';
import { deleteRecord, moveRecord } from './moveRecord.js';
import type { StandingRecord } from './standing.js';

/** A record that is left behind, and why. */
export interface LeftBehind {
  readonly resource: string;
  readonly key: string | number;
  readonly why: string;
}

/** Most often everything is gone after the first round; a round more for each record that stands in another's way. */
const rounds = 4;

/** Deletes what was made, the last first; gives what could not be deleted. @throws TombstoneError `no-answer` */
export async function tidyUp(service: Service, ledger: Ledger): Promise<readonly LeftBehind[]> {
  const why = new Map<StandingRecord, string>();
  for (let round = 0; round < rounds && ledger.left().length > 0; round += 1) {
    for (const record of ledger.left()) {
      const problem = await remove(service, ledger, record, round > 0);
      if (problem === undefined) ledger.strike(record);
      else why.set(record, problem);
    }
  }
  return ledger.left().map((record) => ({
    resource: record.resource,
    key: record.key,
    why: why.get(record) ?? 'it was refused',
  }));
}

async function remove(
  service: Service,
  ledger: Ledger,
  record: StandingRecord,
  again: boolean,
): Promise<string | undefined> {
  const seen = await look(service, record);
  if (seen.found === 'gone') return undefined;
  if (seen.found === 'there') noteWhatItNames(service, ledger, record, seen.fields);
  if (again && seen.found === 'there' && seen.state !== undefined) await settle(service, record, seen.state);
  return deleteRecord(service, record);
}

/** Records the service made by itself are ours as well: they came with what we made. */
function noteWhatItNames(
  service: Service,
  ledger: Ledger,
  record: StandingRecord,
  fields: Readonly<Record<string, unknown>>,
): void {
  const { resources } = service.contract.compiled.lifecycle;
  const own = resources[record.resource];
  const grown = Object.values(own?.state?.enter ?? {}).flatMap((rows) => rows.flatMap(({ effects }) => effects));
  for (const [ref, { to, field }] of Object.entries(own?.refs ?? {})) {
    const key = fields[field];
    const isGrown = grown.some((effect) => effect.do === 'create' && effect.resource === to);
    if (!isGrown || record.names[ref] !== undefined || (typeof key !== 'string' && typeof key !== 'number')) continue;
    const known = ledger.left().some((one) => one.resource === to && one.key === key);
    if (!known) ledger.add({ resource: to, key, names: record.names });
  }
}

/** Brings a record nearer to a state in which it can be deleted: what is refused now may not be then. */
async function settle(service: Service, record: StandingRecord, state: string): Promise<void> {
  const { compiled } = service.contract;
  const states = deleterOf(compiled, record.resource)?.row.when.state ?? [];
  if (states.includes(state)) return;
  const ways = states.flatMap((to) => {
    const way = stateSteps(compiled, record.resource, state, to);
    return way ? [{ to, steps: way.length }] : [];
  });
  const [nearest] = ways.sort((one, other) => one.steps - other.steps);
  if (nearest) await moveRecord(service, record, nearest.to);
}
