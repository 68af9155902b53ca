import { placeInRequest, readFromRequest } from '../../conformance/derive/place.js';
import { sampleKey } from '../../conformance/derive/sampleKey.js';
import { type StageSource, stageFor } from '../../conformance/derive/stage.js';
import type { When } from '../../language/lifecycle.js';
import { one } from '../../report/words.js';
import { relatedResource } from '../../table/domains.js';
import type { Situation } from '../../table/situation.js';
import { chooseSituation } from './chooseSituation.js';
import { makerOf } from './operationsOf.js';
import type { PlannedRecord, Token } from './plan.js';
import { stateSteps } from './stateSteps.js';

/** A plan while it is made. */
export interface Draft {
  readonly source: StageSource;
  readonly records: PlannedRecord[];
  /** What cannot be had, and why. */
  readonly problems: string[];
  /** How many tokens were given. */
  tokens: number;
}

/** What a record is to be like. */
export interface Wanted {
  readonly resource: string;
  readonly state?: string | undefined;
  /** Ref → the record it is to name; the others are made for it. */
  readonly parents: Readonly<Record<string, Token>>;
}

/** Adds a record to a plan, and before it those it needs. */
export function planRecord(draft: Draft, wanted: Wanted): Token {
  const { compiled } = draft.source;
  const { resource } = wanted;
  const state = wanted.state === 'present' ? undefined : wanted.state;
  const token = newToken(draft, resource);
  const maker = makerOf(compiled, resource);
  const isNamed = ({ related }: Situation) =>
    Object.keys(wanted.parents).every((ref) => related[ref] !== 'absent' && related[ref] !== 'unset');
  const situation = maker && chooseSituation(compiled, maker.id, maker.row.id, undefined, isNamed);
  if (!maker || !situation) {
    draft.problems.push(`No operation makes ${one(resource)}.`);
    return token;
  }
  const astray = Object.keys(wanted.parents).find((ref) => !Object.hasOwn(maker.operation.bind, ref));
  if (astray !== undefined) draft.problems.push(`No operation makes ${one(resource)} that names ${one(astray)}.`);
  const initial = compiled.lifecycle.resources[resource]?.state?.initial;
  if (state !== undefined && initial !== undefined && !stateSteps(compiled, resource, initial, state))
    draft.problems.push(`No operation and no lapse of time brings ${one(resource)} into ${state}.`);

  const stage = stageFor(draft.source, maker.id, situation);
  let { request } = stage;
  const parents: Record<string, Token> = {};
  const needs: { token: Token; state: string }[] = [];
  for (const [ref, expression] of Object.entries(maker.operation.bind)) {
    const staged = readFromRequest(request, expression) as Token | undefined;
    const word = situation.related[ref] ?? 'present';
    if (staged === undefined || typeof word !== 'string' || word === 'absent' || word === 'unset') continue;
    const to = relatedResource(compiled.lifecycle, resource, ref)?.to ?? '';
    const given = wanted.parents[ref];
    const parent = given ?? planRecord(draft, { resource: to, state: word, parents: {} });
    if (word !== 'present') needs.push({ token: parent, state: word });
    request = placeInRequest(request, expression, parent);
    parents[ref] = parent;
  }
  draft.records.push({
    token,
    resource,
    make: {
      operation: maker.id,
      request,
      needs,
      names: namePlaces(maker.operation.decide),
    },
    parents,
    ...(state === undefined ? {} : { state }),
  });
  return token;
}

/** Far from the keys that stages give, and each another one: resources may have keys of one kind. */
export function newToken(draft: Draft, resource: string): Token {
  const declared = draft.source.compiled.lifecycle.resources[resource];
  draft.tokens += 1;
  return declared ? sampleKey(declared, 200 + draft.tokens) : `${resource}-${draft.tokens}`;
}

/** The places of requests that must not hold what another record has. */
export function namePlaces(rows: readonly { readonly when: When }[]): readonly string[] {
  const asked = rows
    .flatMap(({ when }) => [when, ...(when.any ?? [])])
    .flatMap(({ taken }) => Object.values(taken ?? {}));
  return [...new Set(asked)];
}
