import { placeInRequest, readFromRequest } from '../../conformance/derive/place.js';
import type { CompiledContract } from '../../language/compiledContract.js';
import type { RequestValues } from '../../request/buildRequest.js';
import { exampleRequest } from '../../request/exampleRequest.js';
import { requestPart } from '../../table/requestPart.js';
import { type LookUp, lookUpsOf } from '../plan/operationsOf.js';
import type { Service } from '../service.js';
import { type Called, call, isDone } from './call.js';
import type { StandingRecord } from './standing.js';

/** What became of a record, seen through the provider's own operations. */
export type Seen =
  | {
      readonly found: 'there';
      readonly state?: string;
      readonly fields: Readonly<Record<string, unknown>>;
      readonly by?: Called;
    }
  | { readonly found: 'gone'; readonly by?: Called }
  | { readonly found: 'unknown'; readonly why: string; readonly by?: Called };

/** Looks for a record. @throws TombstoneError `no-answer` */
export async function look(service: Service, record: StandingRecord): Promise<Seen> {
  const { compiled } = service.contract;
  const way = lookUpsOf(compiled, record.resource).find((one) => isBound(one, record));
  if (!way) return { found: 'unknown', why: `no operation reads a ${record.resource} back` };
  const called = await call(service, way.id, valuesOf(compiled, way, record));
  const fields = recordIn(called.body, compiled.lifecycle.resources[record.resource]?.key.field ?? '', record.key);
  if (isDone(called)) {
    if (way.isList && !fields) return { found: 'gone', by: called };
    return seenAs(compiled, record, fields ?? {}, way, called);
  }
  if (!way.isList && isAbsence(way, called.answer.status)) return { found: 'gone', by: called };
  return { found: 'unknown', why: `${way.id} answered ${called.answer.status}`, by: called };
}

function seenAs(
  { lifecycle }: CompiledContract,
  { resource }: StandingRecord,
  fields: Readonly<Record<string, unknown>>,
  { isList }: LookUp,
  by: Called,
): Seen {
  const machine = lifecycle.resources[resource]?.state;
  if (!machine) return { found: 'there', fields, by };
  const wire = fields[machine.field];
  const state = Object.entries(machine.values).find(([, value]) => value === wire)?.[0];
  // A list may show what it was asked for in vain, with a word that is no state.
  if (isList && state === undefined && wire !== undefined) return { found: 'gone', by };
  return { found: 'there', ...(state === undefined ? {} : { state }), fields, by };
}

/** Is that what the operation answers of a record that is not there? */
function isAbsence({ operation }: LookUp, status: number): boolean {
  const rows = operation.decide.filter(({ when }) => when.state?.includes('absent'));
  return status === 404 || status === 410 || rows.some(({ reply }) => reply.status === status);
}

function isBound({ operation }: LookUp, { names }: StandingRecord): boolean {
  return Object.keys(operation.bind).every((ref) => names[ref] !== undefined);
}

/** The values of a request for one record, by an operation that finds it by key. */
export function valuesOf(
  compiled: CompiledContract,
  { id, operation, by }: Pick<LookUp, 'id' | 'operation' | 'by'>,
  { key, names }: StandingRecord,
): RequestValues {
  let values = inProject(compiled, exampleRequest(compiled.document, id));
  const isMany = requestPart(compiled.document, id, by)?.schema.type === 'array';
  values = placeInRequest(values, by, isMany ? [key] : key);
  for (const [ref, expression] of Object.entries(operation.bind))
    values = placeInRequest(values, expression, names[ref]);
  return values;
}

/** Requests speak of the caller's own project. */
export function inProject({ lifecycle }: CompiledContract, values: RequestValues): RequestValues {
  const place = Object.values(lifecycle.resources).find(({ partition }) => partition !== undefined)?.partition;
  const keys = Object.values(lifecycle.auth).flatMap((rule) => Object.values('keys' in rule ? rule.keys : rule.accept));
  const own = keys.find(({ partition }) => partition !== undefined)?.partition;
  const asks = place !== undefined && readFromRequest(values, place) !== undefined;
  return asks && own !== undefined ? placeInRequest(values, place, own) : values;
}

/** The record of that key in a body, however deep it stands. */
export function recordIn(
  body: unknown,
  keyField: string,
  key: string | number,
): Readonly<Record<string, unknown>> | undefined {
  if (body === null || typeof body !== 'object') return undefined;
  const own = body as Readonly<Record<string, unknown>>;
  if (!Array.isArray(body) && String(own[keyField]) === String(key)) return own;
  for (const held of Object.values(own)) {
    const found = recordIn(held, keyField, key);
    if (found) return found;
  }
  return undefined;
}
