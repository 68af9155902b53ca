import type { FailureCase } from '../../conformance/derive/failureCase.js';
import type { CompiledContract } from '../../language/compiledContract.js';
import { findExample } from '../../language/findExample.js';
import type { Citation, Facets, FailureWhen, Row, When } from '../../language/lifecycle.js';
import { describeFailureWhen } from '../../report/describeFailureWhen.js';
import { describeWhen } from '../../report/describeWhen.js';
import { inverseResource } from '../../table/domains.js';
import type { Situation } from '../../table/situation.js';
import type { Standing, StandingRecord } from '../world/standing.js';

/** What is to become of a record that stands. */
export interface ExpectedRecord {
  readonly record: StandingRecord;
  readonly becomes: 'gone' | 'there';
  /** The state it was moved to. */
  readonly state?: string;
}

/** What one rule says of a request and its consequences. */
export interface Expected {
  readonly rule: string;
  /** Under which switch values it decides; empty where it does under all. */
  readonly switches: Readonly<Record<string, string>>;
  readonly status: number;
  readonly basis: Facets;
  readonly citations: readonly Citation[];
  /** Why it decides: `the task is WAITING`. */
  readonly because: string;
  /** What the body of a fixed answer is written from; `{$…}` in its texts stands for anything. */
  readonly example?: unknown;
  readonly records: readonly ExpectedRecord[];
  /** The resource of which it makes a record. */
  readonly makes?: { readonly resource: string; readonly row: Row };
}

/** What a row of a decision table says of a situation that was brought about. */
export function expectedOfRow(
  compiled: CompiledContract,
  operationId: string,
  row: Row,
  situation: Situation,
  standing: Standing,
): Expected {
  const { status, example, body } = row.reply;
  const { on } = compiled.lifecycle.operations[operationId] ?? {};
  const made = row.effects.find((effect) => effect.do === 'create' && effect.resource === on);
  const written =
    example === undefined ? undefined : findExample(compiled.document, operationId, status, example)?.value;
  const fixed = example === undefined ? (status >= 400 ? body : undefined) : written;
  return {
    rule: `${compiled.id}/${operationId}/${row.id}`,
    switches: situation.switches,
    status,
    basis: row.basis,
    citations: row.citations,
    because: becauseOf(compiled, on, row.when, situation),
    ...(fixed === undefined ? {} : { example: fixed }),
    records: recordsAfter(compiled, on, row, standing),
    ...(made && on !== undefined ? { makes: { resource: on, row } } : {}),
  };
}

/** What a failure row says of a request that is spoilt. */
export function expectedOfFailure({ lifecycle }: CompiledContract, one: FailureCase, standing: Standing): Expected {
  const { kind, cause, in: place, at, keyword, switches } = one.situation;
  const when: FailureWhen = {
    kind: [kind],
    ...(cause === undefined ? {} : { cause: [cause] }),
    ...(place === undefined ? {} : { in: [place] }),
    ...(at === undefined || at === '' ? {} : { at: [at] }),
    // That something is missing says which keyword refuses it.
    ...(keyword === undefined || kind === 'missing' ? {} : { keyword: [keyword] }),
  };
  const { status, example, refused } = one.expect;
  const rows = [...(lifecycle.operations[one.operation ?? '']?.failures ?? []), ...lifecycle.failures];
  const asked = Object.keys(rows.find(({ id }) => one.row.endsWith(`/${id}`))?.when.switch ?? {});
  return {
    rule: one.rule,
    switches: Object.fromEntries(asked.map((name) => [name, switches[name] ?? ''])),
    status,
    basis: one.basis,
    citations: one.citations,
    because: describeFailureWhen(when),
    ...(example === undefined ? {} : { example }),
    records: refused ? standing.records.map((record) => ({ record, becomes: 'there' as const })) : [],
  };
}

/** The row's guard, narrowed to what is really the case. */
function becauseOf(
  { lifecycle }: CompiledContract,
  resource: string | undefined,
  when: When,
  situation: Situation,
): string {
  const branch = when.any?.find((one) =>
    Object.keys(one.related ?? {}).some((name) => hasSome(situation.related[name])),
  );
  const { any: _, switch: __, ...own } = { ...when, ...branch };
  const { state } = situation;
  const subject = resource === undefined ? { lifecycle } : { lifecycle, resource };
  // A row without a guard is still about a record in that state.
  const narrowed: When = { ...own, ...(state === undefined ? {} : { state: [state] }) };
  return describeWhen(narrowed, subject) || 'nothing stands in its way';
}

function hasSome(seen: string | readonly string[] | undefined): boolean {
  return typeof seen !== 'string' && (seen?.length ?? 0) > 0;
}

function recordsAfter(
  { lifecycle }: CompiledContract,
  on: string | undefined,
  row: Row,
  { records, own }: Standing,
): readonly ExpectedRecord[] {
  if (row.reply.status >= 400) return records.map((record) => ({ record, becomes: 'there' }));
  const deletes = row.effects.flatMap((effect) => (effect.do === 'delete' ? [effect.path] : []));
  const move = row.effects.find((effect) => effect.do === 'move' && effect.on === undefined);
  const ownAfter: ExpectedRecord[] = [];
  if (own && deletes.some((path) => path.length === 0)) ownAfter.push({ record: own, becomes: 'gone' });
  else if (own) ownAfter.push({ record: own, becomes: 'there', ...(move?.do === 'move' ? { state: move.state } : {}) });
  const children = deletes.flatMap(([inverse, ...more]) => {
    const way = inverse === undefined || more.length > 0 ? undefined : inverseResource(lifecycle, on ?? '', inverse);
    return records.filter((record) => record !== own && record.resource === way?.resource);
  });
  return [...ownAfter, ...children.map((record) => ({ record, becomes: 'gone' as const }))];
}
