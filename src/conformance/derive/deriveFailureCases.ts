import { linkLoaded } from '../../engine/linkLoaded.js';
import type { LoadedContract } from '../../engine/loadedContract.js';
import { documentOperation } from '../../language/documentOperation.js';
import { findExample } from '../../language/findExample.js';
import type { FailureRow, Reply } from '../../language/lifecycle.js';
import { type FailureSituation, failureHolds, namedIn } from '../../table/failureSituation.js';
import { failureRows, failureSituations } from '../../table/failureTable.js';
import { failureWords } from '../../table/reportWords.js';
import { type DerivedCase, deriveCases } from './deriveCases.js';
import type { FailureCase, WayToFail } from './failureCase.js';
import type { FailureContext } from './failureContext.js';
import { credentialWays } from './failureCredentials.js';
import { inputWays } from './failureInputs.js';
import { messageWays } from './failureMessages.js';
import { routeWays } from './failureRoutes.js';

/**
 * The cases of every failure row, for every operation that can be refused by it: one for each kind, cause, security
 * scheme and part of the request, for each `at` and `keyword` that a guard asks for, under each switch value the row is
 * for.
 *
 * @param options `every`: also a case for each input and keyword that no guard tells from others; `decisions`: what
 *   `deriveCases` gave, where it is at hand
 */
export function deriveFailureCases(
  source: LoadedContract,
  options: { readonly every?: boolean; readonly decisions?: readonly DerivedCase[] } = {},
): readonly FailureCase[] {
  const contexts = contextsOf(source, options.decisions ?? deriveCases(source));
  const settings = settingsByOperation(source);
  const found = new Map<string, FailureCase>();
  const add = (context: FailureContext, way: WayToFail, operation?: string) => {
    const rows = failureRows(source.compiled.lifecycle, operation);
    for (const switches of settings(operation)) {
      const situation = situationOf(way, operation, switches);
      const row = rows.find(({ when }) => failureHolds(when, situation));
      if (!row) continue;
      const key = toldApart(row, rows, way, situation, options.every ?? false);
      if (!found.has(key)) found.set(key, caseOf(context, way, row, situation));
    }
  };
  for (const { context, way } of routeWays(contexts)) add(context, way);
  for (const context of contexts) {
    for (const ways of [credentialWays, messageWays, inputWays])
      for (const way of ways(context)) add(context, way, context.operation.id);
  }
  return [...found.values()];
}

function contextsOf(source: LoadedContract, decisions: readonly DerivedCase[]): readonly FailureContext[] {
  const contract = linkLoaded(source);
  const successes = new Map<string, DerivedCase>();
  for (const one of decisions) {
    if (one.expect.status < 300 && !successes.has(one.operation)) successes.set(one.operation, one);
  }
  return [...successes].flatMap(([id, success]) => {
    const operation = contract.operations.get(id);
    const declared = documentOperation(source.compiled.document, id);
    return operation && declared ? [{ source, contract, operation, declared, success }] : [];
  });
}

/** Every way to fail asks for the settings of its operation, and there are hundreds. */
function settingsByOperation(source: LoadedContract): (operation: string | undefined) => readonly Settings[] {
  const known = new Map<string | undefined, readonly Settings[]>();
  return (operation) => {
    const found = known.get(operation) ?? settingsOf(source, operation);
    known.set(operation, found);
    return found;
  };
}

type Settings = Record<string, string>;

/** The settings of the switches that failure rows ask for; the defaults come first. */
function settingsOf({ compiled }: LoadedContract, operation: string | undefined): readonly Settings[] {
  const all = [...failureSituations(compiled.lifecycle, operation)].map(({ switches }) => switches);
  return [...new Map(all.map((switches) => [JSON.stringify(switches), switches])).values()];
}

function situationOf(
  { kind, cause, in: place, at, keyword }: WayToFail,
  operation: string | undefined,
  switches: FailureSituation['switches'],
): FailureSituation {
  return {
    kind,
    ...(cause === undefined ? {} : { cause }),
    ...(operation === undefined ? {} : { operation }),
    ...(place === undefined ? {} : { in: place }),
    ...(at === undefined ? {} : { at }),
    ...(keyword === undefined ? {} : { keyword }),
    switches,
  };
}

/** What makes a case another one than those its row already has. */
function toldApart(
  row: FailureRow,
  rows: readonly FailureRow[],
  { sends }: WayToFail,
  { kind, cause, operation, in: place, at, keyword, switches }: FailureSituation,
  every: boolean,
): string {
  const named = <T>(value: T, names: readonly T[]) => (every || names.includes(value) ? value : 'other');
  return JSON.stringify([
    operation,
    row.id,
    kind,
    cause,
    sends.credential?.scheme,
    place,
    named(
      at,
      namedIn(rows, (when) => when.at),
    ),
    named(
      keyword,
      namedIn(rows, (when) => when.keyword),
    ),
    ownSettings(row, switches),
  ]);
}

/** Of the settings, those the row asks for. */
function ownSettings({ when }: FailureRow, switches: FailureSituation['switches']): readonly (string | undefined)[] {
  return Object.keys(when.switch ?? {}).map((name) => switches[name]);
}

function rowOf({ compiled }: LoadedContract, row: FailureRow, operation: string | undefined): string {
  const { id, lifecycle } = compiled;
  return [id, ...(operation === undefined || lifecycle.failures.includes(row) ? [] : [operation]), row.id].join('/');
}

function caseOf(
  { source, success }: FailureContext,
  way: WayToFail,
  row: FailureRow,
  situation: FailureSituation,
): FailureCase {
  const { kind, cause, operation, in: place, at, keyword, switches } = situation;
  const { sends, bodyLimit, fault } = way;
  const rule = [source.compiled.id, ...(operation === undefined ? [] : [operation]), row.id].join('/');
  const scheme = cause === 'none' ? undefined : sends.credential?.scheme;
  const facets = [cause ?? kind, scheme, place, at, keyword];
  // An expanded row has its switch value in its id.
  const settings = row.id.includes('@') ? [] : ownSettings(row, switches);
  const words = failureWords({ ...row, when: { ...row.when, kind: [kind] } });
  return {
    id: [rule, ...facets.map((text) => text?.replace(/^\//, '')), ...settings].filter(Boolean).join('/'),
    provider: source.compiled.id,
    ...(operation === undefined ? {} : { operation }),
    rule,
    row: rowOf(source, row, operation),
    basis: row.basis,
    citations: row.citations,
    situation,
    stage: { ...success.stage, switches: { ...success.stage.switches, ...switches }, request: sends.values },
    sends,
    ...(bodyLimit === undefined ? {} : { bodyLimit }),
    ...(fault === undefined ? {} : { fault }),
    expect: row.reply
      ? { rule, status: row.reply.status, refused: true, ...exampleOf(source, operation, row.reply), words }
      : { rule: success.rule, status: success.expect.status, refused: false, words: success.expect.words },
  };
}

function exampleOf(
  { compiled }: LoadedContract,
  operation: string | undefined,
  { status, example, body }: Reply,
): Pick<FailureCase['expect'], 'example'> {
  if (example === undefined) return body === undefined ? {} : { example: body };
  return { example: findExample(compiled.document, operation, status, example)?.value };
}
