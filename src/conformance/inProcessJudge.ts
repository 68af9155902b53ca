import { loadContract } from '../contract/loadContract.js';
import type { Adapter } from './adapter.js';
import type { Case } from './case.js';
import { openNothing } from './places.js';
import { planRun } from './plan.js';
import type { CaseResult } from './result.js';
import { runCase } from './run/runCase.js';
import { inProcessRung } from './rungs/inProcess.js';
import { readSuite } from './suite.js';

/** The cases a client in this process is to be taken through, and what takes it. */
export interface InProcessJudge {
  readonly cases: readonly Case[];
  readonly judge: (one: Case) => Promise<CaseResult>;
}

/**
 * Makes ready to judge a client in this process, case by case: what a test framework needs.
 *
 * @throws TombstoneError `unknown-provider`, `no-such-case`
 */
export async function inProcessJudge(
  adapter: Adapter,
  options: {
    readonly providers: readonly string[];
    readonly select?: readonly string[];
    readonly suite?: string;
    readonly seed?: number;
    readonly timeout?: number;
  },
): Promise<InProcessJudge> {
  const { providers, select = [], seed = 1, timeout = 30_000 } = options;
  const suite = readSuite(options.suite);
  const contracts = await Promise.all(providers.map(loadContract));
  const { cases, knowledge } = await planRun(contracts, { select, ...(suite ? { suite } : {}) });
  const rung = inProcessRung(adapter);
  const replay = (id: string) => `npx --no tombstone show ${id}`;
  const context = { rung, timeout, world: { seed, auth: 'verify' }, openPlace: openNothing, replay } as const;
  return {
    cases,
    async judge(one) {
      const known = knowledge.get(one.provider);
      if (!known) throw new RangeError(`${one.provider} was not loaded`);
      return runCase(one, known, 1, context);
    },
  };
}
