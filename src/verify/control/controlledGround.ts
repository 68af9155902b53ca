import type { FailureCase, FailureRequest } from '../../conformance/derive/failureCase.js';
import type { Stage, StagedRecord } from '../../conformance/derive/stage.js';
import type { Lifecycle } from '../../language/lifecycle.js';
import type { Ground } from '../ground.js';
import type { Service } from '../service.js';
import { look } from '../world/look.js';
import type { Standing, StandingRecord } from '../world/standing.js';
import { controlClient } from './controlClient.js';

/** Larger than every body a mock of ours takes. */
const tooLarge = 12 * 1024 * 1024 + 1;

/**
 * A sandbox of its own at a mock of ours: records, switches and faults are set through its control interface, and what
 * its user has there is not touched.
 *
 * @throws TombstoneError `no-control`, `no-answer`
 */
export async function controlledGround(outer: Service): Promise<Ground> {
  const { id } = outer.contract;
  const { lifecycle } = outer.contract.compiled;
  const listener = controlClient(outer, outer.target);
  const opened = await listener.call('POST', '/sandboxes', {
    providers: [id],
    pace: 'manual',
    auth: 'verify',
    fixtures: { [id]: {} },
  });
  const { id: sandbox, baseUrl } = opened as { readonly id: string; readonly baseUrl: string };
  const target = new URL(new URL(baseUrl).origin);
  const control = controlClient(outer, target);

  const set = async ({ records, switches, own, request }: Stage): Promise<Standing> => {
    await control.call('POST', '/reset');
    for (const { resource, key, fields } of records) {
      await control.call('PUT', `/state/${id}/${resource}/${encodeURIComponent(String(key))}`, fields);
    }
    if (Object.keys(switches).length > 0) await control.call('PUT', `/switches/${id}`, switches);
    const standing = records.map((record) => standingRecord(lifecycle, records, record));
    const main = standing.find(({ resource, key }) => resource === own?.resource && key === own.key);
    return { request, records: standing, ...(main ? { own: main } : {}) };
  };

  const service = { ...outer, target };
  return {
    target: outer.target,
    service,
    setsSwitches: true,
    stand: async ({ stage }) => ({ standing: await set(stage) }),
    async standForFailure(one) {
      const standing = await set(one.stage);
      if (one.fault)
        await control.call('POST', '/faults', {
          operation: `${id}/${one.sends.operation}`,
          times: 1,
          fault: one.fault,
        });
      return { standing, sends: sendsOf(one) };
    },
    async look(record) {
      const seen = await look(service, record);
      if (seen.found !== 'unknown') return seen;
      // Where no operation of the provider reads it back, the mock itself says what it holds.
      const { providers } = (await control.call('GET', '/state')) as StateExport;
      const field = lifecycle.resources[record.resource]?.key.field ?? '';
      const fields = providers[id]?.records?.[record.resource]?.find((one) => one[field] === record.key);
      const by = seen.by ? { by: seen.by } : {};
      return fields ? { found: 'there', fields, ...by } : { found: 'gone', ...by };
    },
    leave() {},
    note() {},
    async close() {
      await listener.call('DELETE', `/sandboxes/${sandbox}`);
      return [];
    },
  };
}

/** What is read of `GET /state`. */
interface StateExport {
  readonly providers: Readonly<
    Record<string, { readonly records?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> }>
  >;
}

/** A sandbox has the usual limit, so the body has to be larger than that. */
function sendsOf({ sends, bodyLimit }: FailureCase): FailureRequest {
  return bodyLimit === undefined ? sends : { ...sends, body: ' '.repeat(tooLarge) };
}

function standingRecord(
  { resources }: Lifecycle,
  all: readonly StagedRecord[],
  { resource, key, fields }: StagedRecord,
): StandingRecord {
  const refs = Object.entries(resources[resource]?.refs ?? {});
  const names = refs.flatMap(([ref, { to, field }]) => {
    const named = all.find((other) => other.resource === to && other.key === fields[field]);
    return named ? [[ref, named.key] as const] : [];
  });
  return { resource, key, names: Object.fromEntries(names) };
}
