import { type DerivedCase, deriveCases } from '../conformance/derive/deriveCases.js';
import { placeInRequest, readFromRequest } from '../conformance/derive/place.js';
import type { RequestValues } from '../request/buildRequest.js';
import type { Ground } from './ground.js';
import { type Plan, type Planned, planKey } from './plan/plan.js';
import type { Planner } from './plan/planner.js';
import { swapKeys } from './plan/swapKeys.js';
import type { Service } from './service.js';
import { type Builder, type Built, bringAbout, movedOn } from './world/bringAbout.js';
import { openLedger } from './world/ledger.js';
import { look } from './world/look.js';
import { namesOf } from './world/newName.js';
import type { Standing } from './world/standing.js';
import { tidyUp } from './world/tidyUp.js';

/** How often a situation is tried to bring about: what moves by itself may be past before the request is sent. */
const attempts = 3;

/**
 * Any server that serves the provider's API: a situation is brought about through that API alone, with records made for
 * it, and everything made is deleted again.
 *
 * @param run told apart from other runs by it
 */
export function ownApiGround(service: Service, planner: Planner, run: string): Ground {
  const { compiled } = service.contract;
  const ledger = openLedger();
  const newName = namesOf(compiled, run);
  const builder: Builder = { service, ledger, newName };
  const pool = new Map<string, Built>();
  const poolName = new WeakMap<Standing, string>();

  /** Records that stand from an earlier story, or new ones. */
  const build = async (
    plan: Plan,
    name: string,
  ): Promise<{ readonly built: Built } | { readonly notReached: string }> => {
    const known = planKey(plan);
    const pooled = pool.get(known);
    if (pooled && (await movedOn(service, [...pooled.records.values()])) === undefined) return { built: pooled };
    pool.delete(known);
    let outcome = await bringAbout(builder, plan, name);
    for (let attempt = 1; attempt < attempts && 'late' in outcome; attempt += 1)
      outcome = await bringAbout(builder, plan, name);
    if ('late' in outcome) return { notReached: outcome.late };
    if ('built' in outcome && plan.records.every(({ namesake }) => !namesake)) pool.set(known, outcome.built);
    return outcome;
  };

  const standOn = (plan: Plan, { records, keys }: Built, request: RequestValues): Standing => {
    const own = plan.own === undefined ? undefined : records.get(plan.own);
    const standing: Standing = {
      request: swapKeys(request, keys) as RequestValues,
      records: [...records.values()],
      ...(own ? { own } : {}),
    };
    poolName.set(standing, planKey(plan));
    return standing;
  };

  const standFor = async (one: DerivedCase, planned: Planned) => {
    if ('unreachable' in planned) return { notReached: planned.unreachable };
    const { plan } = planned;
    const name = newName(one.operation, plan.names[0] ?? '');
    const outcome = await build(plan, name);
    if (!('built' in outcome)) return outcome;
    const request = plan.names.reduce((changed, place) => placeInRequest(changed, place, name), plan.request);
    return { standing: standOn(plan, outcome.built, request), plan, keys: outcome.built.keys };
  };

  const successes = new Map<string, DerivedCase>();
  for (const one of deriveCases(service.loaded))
    if (one.expect.status < 300 && !successes.has(one.operation)) successes.set(one.operation, one);

  return {
    target: service.target,
    service,
    setsSwitches: false,
    stand: (one) => standFor(one, planner.of(one)),
    async standForFailure(one) {
      const unreachable = planner.ofFailure(one);
      if (unreachable !== undefined) return { notReached: unreachable };
      const success = successes.get(one.sends.operation);
      const stood = success && (await standFor(success, planner.ofSuccess(success)));
      // A refusal does not ask whether the record is there; what is to succeed does.
      if (!success || !stood || !('standing' in stood)) {
        if (one.expect.refused) return { standing: { request: one.sends.values, records: [] }, sends: one.sends };
        return { notReached: stood && 'notReached' in stood ? stood.notReached : 'Nothing of the operation succeeds.' };
      }
      const { by, bind = {} } = compiled.lifecycle.operations[one.sends.operation] ?? {};
      const places = [...(by === undefined ? [] : [by]), ...Object.values(bind)];
      // What is spoilt about the request stays spoilt.
      const values = places.reduce(
        (changed, place) =>
          readFromRequest(changed, place) === readFromRequest(success.stage.request, place)
            ? placeInRequest(changed, place, readFromRequest(stood.standing.request, place))
            : changed,
        one.sends.values,
      );
      const named = one.expect.refused ? [] : stood.plan.names;
      const request = named.reduce(
        (changed, place) => placeInRequest(changed, place, newName(one.sends.operation, place)),
        values,
      );
      return { standing: stood.standing, sends: { ...one.sends, values: request } };
    },
    look: (record) => look(service, record),
    leave(standing, untouched) {
      if (!untouched) pool.delete(poolName.get(standing) ?? '');
    },
    note: (record) => ledger.add(record),
    close: () => tidyUp(service, ledger),
  };
}
