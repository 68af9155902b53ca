import { flatParameters } from '../conformance/derive/parameters.js';
import { readFromRequest } from '../conformance/derive/place.js';
import type { Json } from '../conformance/protocol/messages.js';
import type { CaseResult, CaseVerdict, Check } from '../conformance/result.js';
import { sourcesOf } from '../conformance/run/sourcesOf.js';
import { TombstoneError } from '../errors.js';
import type { RequestValues } from '../request/buildRequest.js';
import type { Ground } from './ground.js';
import { type Chosen, chooseExpected } from './judge/chooseExpected.js';
import { type Judging, statusSlug } from './judge/judge.js';
import type { Observation } from './judge/observation.js';
import { passesBy } from './plan/stateSteps.js';
import type { NamedCase, Opened, Story } from './story.js';
import { type Called, isDone, reported } from './world/call.js';
import type { Seen } from './world/look.js';
import { madeKey } from './world/madeKey.js';
import type { StandingRecord } from './world/standing.js';

/** What results need to know besides the story. */
export interface Telling {
  readonly ground: Ground;
  readonly judging: Judging;
  /** The command line that verifies one case again. */
  readonly replay: (id: string) => string;
}

/** A record that moves by itself may have moved between two requests: a failure then has to show again. */
const attempts = 3;

/** Takes a target through a story, and says of each of its cases what came of it. It never rejects because of the target. */
export async function tellStory(telling: Telling, story: Story): Promise<readonly CaseResult[]> {
  const began = telling.ground.service.now();
  const finish = (one: NamedCase, part: Partial<CaseResult> & { readonly verdict: CaseVerdict }) =>
    resultOf(telling, one, began, part);
  try {
    for (let attempt = 1; ; attempt += 1) {
      const opened = await story.open();
      if ('notReached' in opened)
        return story.cases.map((one) => finish(one, { verdict: 'unsupported', message: opened.notReached }));
      const observation = await observe(telling.ground, story.operation, opened);
      const chosen = chooseExpected(telling.judging, opened.candidates, observation);
      const { request } = observation.called;
      telling.ground.leave(opened.standing, request.method === 'GET' || !isDone(observation.called));
      if (chosen.fits || attempt === attempts || !moves(telling.ground, opened)) {
        return resultsOf(telling, story, opened, observation, chosen, finish, began);
      }
    }
  } catch (error) {
    if (!(error instanceof TombstoneError)) throw error;
    return story.cases.map((one) => finish(one, { verdict: 'error', message: error.message }));
  }
}

function moves({ setsSwitches, service }: Ground, { standing }: Opened): boolean {
  const { resources } = service.contract.compiled.lifecycle;
  return (
    !setsSwitches &&
    standing.records.some(({ resource, state }) => state !== undefined && passesBy(resources[resource]?.state, state))
  );
}

async function observe(ground: Ground, operation: string, { send, candidates, values }: Opened): Promise<Observation> {
  const called = await send();
  const seen = new Map<StandingRecord, Seen>();
  for (const { record } of candidates.flatMap(({ records }) => records))
    if (!seen.has(record)) seen.set(record, await ground.look(record));
  const made = isDone(called) ? await lookForMade(ground, operation, values, called) : undefined;
  return { called, seen, ...(made ? { made } : {}) };
}

/** What was made is looked for, and noted, so that it is deleted again: also where the request was to be refused. */
async function lookForMade(
  ground: Ground,
  operation: string,
  values: RequestValues,
  { body }: Called,
): Promise<Observation['made'] | undefined> {
  const { compiled } = ground.service.contract;
  const { on: resource, bind = {}, decide = [] } = compiled.lifecycle.operations[operation] ?? {};
  const row = decide.find(({ effects }) =>
    effects.some((effect) => effect.do === 'create' && effect.resource === resource),
  );
  if (!row || resource === undefined) return undefined;
  const key = madeKey(compiled, resource, row, body);
  if (key === undefined) return {};
  const names = Object.entries(bind).flatMap(([ref, place]) => {
    const named = readFromRequest(values, place);
    return typeof named === 'string' || typeof named === 'number' ? [[ref, named] as const] : [];
  });
  const record = { resource, key, names: Object.fromEntries(names) };
  ground.note(record);
  return { record, seen: await ground.look(record) };
}

function resultsOf(
  telling: Telling,
  story: Story,
  { values, candidates }: Opened,
  observation: Observation,
  chosen: Chosen,
  finish: (one: NamedCase, part: Partial<CaseResult> & { readonly verdict: CaseVerdict }) => CaseResult,
  began: number,
): readonly CaseResult[] {
  const { service } = telling.ground;
  const told = story.cases.find(({ rule }) => rule === chosen.expected.rule) ?? story.cases[0];
  const looks = [...observation.seen.values(), ...(observation.made?.seen ? [observation.made.seen] : [])];
  const exchanges = [observation.called, ...looks.flatMap(({ by }) => by ?? [])];
  const step = {
    operation: story.operation,
    parameters: flatParameters(values),
    ...(values.body === undefined ? {} : { body: values.body as Json }),
  };
  return story.cases.map((one) => {
    if (one !== told) return finish(one, { verdict: 'unsupported', message: followsText(chosen, candidates.length) });
    const checks = candidates.length > 1 && chosen.fits ? chosen.checks.map(followed(chosen)) : chosen.checks;
    return finish(one, {
      verdict: worst(checks),
      checks,
      steps: [step],
      exchanges: exchanges.map((called) => reported(service, began, called)),
    });
  });
}

/** Says in a check that was met by one value of a switch which one that is. */
function followed({ expected: { switches } }: Chosen): (check: Check) => Check {
  const setting = settingText(switches);
  return (check) =>
    setting === '' || check.slug !== statusSlug
      ? check
      : { ...check, requirement: `${check.requirement} (${setting})` };
}

function followsText({ expected: { switches }, fits }: Chosen, count: number): string {
  const setting = settingText(switches);
  if (count < 2 || setting === '') return 'Another case of the same request tells what is to be told.';
  return fits
    ? `The target follows ${setting}, and cannot be told otherwise.`
    : `The target follows none of its values; it was judged by ${setting}.`;
}

function settingText(switches: Readonly<Record<string, string>>): string {
  return Object.entries(switches)
    .map(([name, value]) => `${name}=${value}`)
    .join(' and ');
}

const worstFirst: readonly CaseVerdict[] = ['fail', 'warn', 'info'];

function worst(checks: readonly Check[]): CaseVerdict {
  return worstFirst.find((verdict) => checks.some((check) => check.verdict === verdict)) ?? 'pass';
}

function resultOf(
  { ground, replay }: Telling,
  { id, title, kind, rule, basis, citations }: NamedCase,
  began: number,
  part: Partial<CaseResult> & { readonly verdict: CaseVerdict },
): CaseResult {
  const { contract, now } = ground.service;
  return {
    id,
    title,
    provider: contract.id,
    kind,
    rule,
    basis,
    sources: sourcesOf(citations, contract.compiled),
    checks: [],
    steps: [],
    exchanges: [],
    replay: replay(id),
    durationMs: Math.max(0, now() - began),
    ...part,
  };
}
