import { type DerivedCase, deriveCases } from '../conformance/derive/deriveCases.js';
import { deriveFailureCases } from '../conformance/derive/deriveFailureCases.js';
import type { FailureCase } from '../conformance/derive/failureCase.js';
import { failureRequest } from '../conformance/derive/failureRequest.js';
import { decisionTitle, failureTitle } from '../conformance/derive/titles.js';
import type { Ground } from './ground.js';
import { type Expected, expectedOfFailure, expectedOfRow } from './judge/expected.js';
import { rowsThatMayDecide } from './judge/rowsThatMayDecide.js';
import { type Planned, planKey } from './plan/plan.js';
import type { Planner } from './plan/planner.js';
import type { NamedCase, Story } from './story.js';
import { call, callAsBuilt } from './world/call.js';
import type { Standing } from './world/standing.js';

/** The stories of all rows of all tables, as they are told on a ground. */
export function storiesFor(ground: Ground, planner: Planner): readonly Story[] {
  const { loaded } = ground.service;
  const decisions = deriveCases(loaded);
  const failures = deriveFailureCases(loaded);
  const asOne = !ground.setsSwitches;
  const prepared = new Set<string>();
  const sameDecision = (one: DerivedCase) =>
    asOne ? JSON.stringify([one.operation, { ...planner.situationOf(one), switches: {} }]) : one.id;
  const sameFailure = (one: FailureCase) =>
    asOne ? JSON.stringify([one.operation, one.sends, one.fault, { ...one.situation, switches: {} }]) : one.id;
  return [
    ...groups(decisions, sameDecision).map((group) => decisionStory(ground, planner, group)),
    ...groups(failures, sameFailure).map((group) => {
      const [{ sends }] = group;
      const success = decisions.find(({ operation, expect }) => operation === sends.operation && expect.status < 300);
      // All refusals of an operation share what stands for its success.
      const isFirst = !prepared.has(sends.operation);
      prepared.add(sends.operation);
      return failureStory(
        ground,
        group,
        asOne && isFirst && success ? makesOf(ground, planner.ofSuccess(success), success) : {},
        success && planner.ofSuccess(success),
      );
    }),
  ];
}

/** The records a situation needs, and the one that the operation itself makes. */
function makesOf({ service }: Ground, planned: Planned, one: DerivedCase): Story['makes'] {
  if ('unreachable' in planned) return {};
  const { on, decide = [] } = service.contract.compiled.lifecycle.operations[one.operation] ?? {};
  const row = decide.find(({ id }) => one.rule.endsWith(`/${id}`));
  const creates = row?.effects.some((effect) => effect.do === 'create' && effect.resource === on);
  const made = planned.plan.records.flatMap(({ resource, make }) => (make ? [resource] : []));
  const all = creates && on !== undefined ? [...made, on] : made;
  return Object.fromEntries(
    [...new Set(all)].map((resource) => [resource, all.filter((other) => other === resource).length]),
  );
}

function groups<T>(all: readonly T[], keyOf: (one: T) => string): readonly [T, ...T[]][] {
  const found = new Map<string, [T, ...T[]]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = found.get(key);
    if (group) group.push(one);
    else found.set(key, [one]);
  }
  return [...found.values()];
}

function decisionStory(ground: Ground, planner: Planner, group: readonly [DerivedCase, ...DerivedCase[]]): Story {
  const [first] = group;
  const { compiled } = ground.service.contract;
  const { operation } = first;
  return {
    cases: group.map((one) => named(one, decisionTitle(one), 'decision')),
    operation,
    makes: ground.setsSwitches ? {} : makesOf(ground, planner.of(first), first),
    ...standsOn(planner.of(first)),
    async open() {
      const reached = await ground.stand(first);
      if ('notReached' in reached) return reached;
      const { standing } = reached;
      const situation = ground.setsSwitches ? first.situation : planner.situationOf(first);
      const rows = rowsThatMayDecide(compiled.lifecycle, operation, situation);
      const own = rows.filter(({ row }) => first.rule === `${compiled.id}/${operation}/${row.id}`);
      const expected = (ground.setsSwitches ? own : rows).map(({ row, switches }) =>
        expectedOfRow(compiled, operation, row, { ...situation, switches }, standing),
      );
      const candidates = atLeastOne(expected);
      if (!candidates) return { notReached: 'No row of the table decides it.' };
      const values = standing.request;
      return { standing, values, candidates, send: () => call(ground.service, operation, values) };
    },
  };
}

function failureStory(
  ground: Ground,
  group: readonly [FailureCase, ...FailureCase[]],
  makes: Story['makes'],
  planned: Planned | undefined,
): Story {
  const [first] = group;
  const { contract } = ground.service;
  const { compiled } = contract;
  const { operation } = first.sends;
  return {
    cases: group.map((one) => named(one, failureTitle(one), 'failure')),
    operation,
    makes,
    ...standsOn(planned),
    async open() {
      const reached = await ground.standForFailure(first);
      if ('notReached' in reached) return reached;
      const { standing, sends = first.sends } = reached;
      const expected = group.map((one) =>
        one.expect.refused ? expectedOfFailure(compiled, one, standing) : goOn(ground, one, standing),
      );
      const candidates = atLeastOne(expected);
      if (!candidates) return { notReached: 'No row of the table refuses it.' };
      const send = () => {
        const { target, now } = ground.service;
        const request = failureRequest(contract, sends, target.host, now());
        return callAsBuilt(ground.service, request, first.operation);
      };
      return { standing, values: sends.values, candidates, send };
    },
  };
}

function standsOn(planned: Planned | undefined): Pick<Story, 'standsOn'> {
  return planned && 'plan' in planned ? { standsOn: planKey(planned.plan) } : {};
}

/** Where a row says to go on, what decides afterwards is expected, as far as the row is known. */
function goOn(ground: Ground, one: FailureCase, standing: Standing): Expected {
  const { compiled } = ground.service.contract;
  const expected = expectedOfFailure(compiled, one, standing);
  const decided = compiled.lifecycle.operations[one.sends.operation]?.decide.find(
    ({ id }) => one.expect.rule === `${compiled.id}/${one.sends.operation}/${id}`,
  );
  return decided ? { ...expected, status: decided.reply.status, records: [] } : expected;
}

function named(
  { id, rule, basis, citations }: DerivedCase | FailureCase,
  title: string,
  kind: NamedCase['kind'],
): NamedCase {
  return { id, title, kind, rule, basis, citations };
}

function atLeastOne<T>(all: readonly T[]): readonly [T, ...T[]] | undefined {
  const [first, ...others] = all;
  return first === undefined ? undefined : [first, ...others];
}
