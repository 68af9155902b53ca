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
  /** Why a failure cannot be brought about from outside; undefined where it can. */
  ofFailure(one: FailureCase): string | undefined;
}

/** A planner for a contract's cases. */
export function createPlanner(source: StageSource): Planner {
  const plans = new Map<string, Planned>();
  const situations = new Map<string, Situation>();
  const situationOf = (one: DerivedCase): Situation => {
    const known = situations.get(one.id);
    if (known) return known;
    const row = one.rule.split('/').at(-1) ?? '';
    const chosen = chooseSituation(source.compiled, one.operation, row, one.situation) ?? one.situation;
    situations.set(one.id, chosen);
    return chosen;
  };
  return {
    situationOf,
    of(one) {
      const known = plans.get(one.id);
      if (known) return known;
      const planned = planSituation(source, one.operation, situationOf(one));
      plans.set(one.id, planned);
      return planned;
    },
    ofFailure({ fault, bodyLimit }) {
      if (fault) return `No request makes a server answer ${fault.status} when it is told to.`;
      return bodyLimit === undefined ? undefined : 'How large a body the server takes is not known.';
    },
  };
}
