import type { DerivedCase } from '../../conformance/derive/deriveCases.js';
import type { FailureCase } from '../../conformance/derive/failureCase.js';
import type { StageSource } from '../../conformance/derive/stage.js';
import type { Situation } from '../../table/situation.js';
import { chooseSituation } from './chooseSituation.js';
import type { Planned } from './plan.js';
import { planSituation } from './planSituation.js';

/** Plans cases, each once. */
export interface Planner {
  of(one: DerivedCase): Planned;
  /** The situation it takes place in: one in which the same row decides, and that is the least work. */
  situationOf(one: DerivedCase): Situation;
  /** The easiest way to have the row of a success decide, in whatever state. */
  ofSuccess(one: DerivedCase): Planned;
  /** Why a failure cannot be brought about from outside; undefined where it can. */
  ofFailure(one: FailureCase): string | undefined;
}

/** A planner for a contract's cases. */
export function createPlanner(source: StageSource): Planner {
  const plans = new Map<string, Planned>();
  const situations = new Map<string, Situation>();
  const rowOf = ({ rule }: DerivedCase) => rule.split('/').at(-1) ?? '';
  const situationOf = (one: DerivedCase): Situation =>
    remember(
      situations,
      one.id,
      () => chooseSituation(source.compiled, one.operation, rowOf(one), one.situation) ?? one.situation,
    );
  return {
    situationOf,
    of: (one) => remember(plans, one.id, () => planSituation(source, one.operation, situationOf(one))),
    ofSuccess: (one) =>
      remember(plans, `any ${one.id}`, () => {
        const easiest = chooseSituation(source.compiled, one.operation, rowOf(one)) ?? one.situation;
        return planSituation(source, one.operation, easiest);
      }),
    ofFailure({ fault, bodyLimit }) {
      if (fault) return `No request makes a server answer ${fault.status} when it is told to.`;
      return bodyLimit === undefined ? undefined : 'How large a body the server takes is not known.';
    },
  };
}

function remember<T>(known: Map<string, T>, name: string, make: () => T): T {
  const found = known.get(name);
  if (found !== undefined) return found;
  const made = make();
  known.set(name, made);
  return made;
}
