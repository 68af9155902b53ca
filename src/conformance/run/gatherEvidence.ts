import type { Mock } from '../../mock/mock.js';
import type { Case, Subject } from '../case.js';
import type { Evidence, StepEvidence } from '../judges/evidence.js';
import type { ContractKnowledge } from '../know/contractKnowledge.js';
import type { Outcome } from '../protocol/messages.js';
import { attribute, isFinal } from './attribute.js';
import { expectationOf } from './expectation.js';
import type { WorldOptions } from './openWorld.js';
import type { TrackedExchange } from './trackWorld.js';
import { viewWorld } from './viewWorld.js';

/** What was seen of a client in one case. */
export interface Seen {
  readonly mock: Mock;
  readonly exchanges: readonly TrackedExchange[];
  /** By step, the records the steps are about. */
  readonly subjects: readonly (Subject | undefined)[];
  readonly existedAtFirst: readonly boolean[];
  readonly outcomes: readonly Outcome[] | undefined;
  readonly exit: Evidence['exit'];
}

/** Puts together what the judges look at. */
export function gatherEvidence(one: Case, known: ContractKnowledge, world: WorldOptions, seen: Seen): Evidence {
  const expected = expectationOf(one, known, world, false);
  const byStep = attribute(one, seen.exchanges);
  const steps = one.steps.map((step, index): StepEvidence => {
    const exchanges = byStep[index] ?? [];
    const first = exchanges[0];
    const existed = (before: number) =>
      before < 0 ? (seen.existedAtFirst[index] ?? false) : (seen.exchanges[before]?.exists[index] ?? false);
    const positionOf = (exchange: TrackedExchange | undefined) =>
      exchange === undefined ? seen.exchanges.length : seen.exchanges.indexOf(exchange);
    const last = exchanges.at(-1);
    const calls = exchanges.filter(({ operation }) => operation === `${one.provider}/${step.operation}`);
    const answer = (step.until ? undefined : calls.find(isFinal)) ?? calls.at(-1);
    const expectedStep = expected.steps[index];
    if (!expectedStep) throw new RangeError(`${one.id} has no step ${index}`);
    return {
      step,
      expected: expectedStep,
      exchanges,
      calls,
      answer,
      outcome: seen.outcomes?.[index],
      subject: seen.subjects[index],
      standsFor: one.kind === 'failure' ? one.rule : undefined,
      existedBefore: existed(positionOf(first) - 1),
      existedBeforeAnswer: existed(positionOf(answer) - 1),
      existsAfter: existed(last === undefined ? positionOf(first) - 1 : positionOf(last)),
    };
  });
  return {
    case: one,
    known,
    steps,
    exchanges: seen.exchanges,
    expected,
    retried: one.setup.faults.length > 0 ? expectationOf(one, known, world, true) : expected,
    after: viewWorld(seen.mock, known.contract),
    exit: seen.exit,
  };
}
