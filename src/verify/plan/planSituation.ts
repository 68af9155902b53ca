import { placeInRequest, readFromRequest } from '../../conformance/derive/place.js';
import { type StageSource, stageFor } from '../../conformance/derive/stage.js';
import { one, spaced } from '../../report/words.js';
import { inverseResource, relatedResource } from '../../table/domains.js';
import type { Situation } from '../../table/situation.js';
import { growthOf } from './grown.js';
import { makerOf } from './operationsOf.js';
import type { Plan, Planned, Token } from './plan.js';
import { type Draft, namePlaces, newToken, planRecord } from './planRecord.js';

/** Plans how to bring a service into a situation of an operation's table, with its own API alone. */
export function planSituation(source: StageSource, operationId: string, situation: Situation): Planned {
  const { lifecycle } = source.compiled;
  const operation = lifecycle.operations[operationId];
  const on = operation?.on;
  if (!operation) return { unreachable: 'The contract has no such operation.' };
  const stage = stageFor(source, operationId, situation);
  const draft: Draft = { source, records: [], problems: [], tokens: 0 };
  let { request } = stage;
  const bound = new Map<string, Token>();
  // A parent's parent is made before the parent.
  for (const path of Object.keys(operation.bind).sort((a, b) => b.split('/').length - a.split('/').length)) {
    const word = situation.related[path] ?? 'present';
    const staged = readFromRequest(stage.request, operation.bind[path] ?? '') as Token | undefined;
    if (staged === undefined || typeof word !== 'string' || word === 'absent' || word === 'unset') continue;
    const resource = relatedResource(lifecycle, on ?? '', path)?.to ?? '';
    const token = planRecord(draft, { resource, state: word, parents: parentsOf(path, bound) });
    bound.set(path, token);
    request = placeInRequest(request, operation.bind[path] ?? '', token);
  }
  const own = stage.own && planOwn(draft, operationId, situation, bound);
  if (own !== undefined && operation.by !== undefined) request = placeInRequest(request, operation.by, own);
  if (Object.keys(situation.field).length > 0 && own !== undefined)
    draft.problems.push(
      `Nothing says how to make a record whose ${Object.keys(situation.field).join(' and ')} is as wanted.`,
    );

  for (const [field, taken] of Object.entries(situation.taken))
    if (taken && on !== undefined) planNamesake(draft, on, field);
  const touched = operation.by === undefined && changesOthers(operation.decide);
  if (touched) draft.problems.push('It would change records that are not known to be ours.');
  if (draft.problems.length > 0) return { unreachable: [...new Set(draft.problems)].join(' ') };
  const names = namePlaces(operation.decide);
  const plan: Plan = { records: draft.records, request, ...(own === undefined ? {} : { own }), names };
  return { plan };
}

function planOwn(
  draft: Draft,
  operationId: string,
  situation: Situation,
  bound: ReadonlyMap<string, Token>,
): Token | undefined {
  const { compiled } = draft.source;
  const { lifecycle } = compiled;
  const { on, by } = lifecycle.operations[operationId] ?? {};
  if (on === undefined || by === undefined || situation.state === undefined || situation.state === 'absent')
    return undefined;
  const token = planRecord(draft, { resource: on, state: situation.state, parents: parentsOf('', bound) });
  const settable = makerOf(compiled, on)?.operation.bind ?? {};
  for (const [name, word] of Object.entries(situation.related)) {
    if (typeof word !== 'string') {
      planChildren(draft, on, name, word, token);
      continue;
    }
    if (bound.has(name) || name.includes('/')) continue;
    const growth = growthOf(compiled, on, name);
    if (Object.hasOwn(settable, name))
      draft.problems.push(`Nothing says how to make ${one(on)} whose ${spaced(name)} is ${word}.`);
    else if (growth !== undefined) {
      const to = relatedResource(lifecycle, on, name)?.to ?? '';
      const gone = word === 'absent' || word === 'unset';
      if (!gone && word !== growth.state)
        draft.problems.push(`Its ${spaced(name)} appears in ${growth.state ?? 'no state'}, never in ${word}.`);
      draft.records.push({
        token: newToken(draft, to),
        resource: to,
        appears: { with: token, ref: name },
        parents: parentsOf('', bound),
        ...(gone ? { removed: true } : { state: word }),
      });
    }
  }
  return token;
}

function planChildren(draft: Draft, on: string, inverse: string, states: readonly string[], own: Token): void {
  const { lifecycle } = draft.source.compiled;
  const way = inverseResource(lifecycle, on, inverse);
  const ref = Object.entries(lifecycle.resources[way?.resource ?? '']?.refs ?? {}).find(
    ([, known]) => known.to === on && known.inverse === inverse,
  )?.[0];
  if (!way || ref === undefined) return;
  for (const state of states) planRecord(draft, { resource: way.resource, state, parents: { [ref]: own } });
}

/** Another record with the name that the request will ask for; both get it when the plan is carried out. */
function planNamesake(draft: Draft, on: string, field: string): void {
  const token = planRecord(draft, { resource: on, parents: {} });
  const index = draft.records.findIndex((record) => record.token === token);
  const made = draft.records[index];
  if (made?.make?.names.length === 1) draft.records[index] = { ...made, namesake: true };
  else draft.problems.push(`Nothing says how to make ${one(on)} with a given ${field}.`);
}

/** Of the records a path binds, those that stand one ref further on. */
function parentsOf(path: string, bound: ReadonlyMap<string, Token>): Readonly<Record<string, Token>> {
  const start = path === '' ? '' : `${path}/`;
  const own = [...bound].filter(
    ([name]) => name.startsWith(start) && !name.slice(start.length).includes('/') && name !== path,
  );
  return Object.fromEntries(own.map(([name, token]) => [name.slice(start.length), token]));
}

function changesOthers(rows: readonly { readonly effects: readonly { readonly do: string }[] }[]): boolean {
  return rows.some(({ effects }) => effects.some((effect) => effect.do !== 'create'));
}
