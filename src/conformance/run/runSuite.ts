import type { Case } from '../case.js';
import type { ContractKnowledge } from '../know/contractKnowledge.js';
import type { CaseResult } from '../result.js';
import { type RunContext, runCase } from './runCase.js';

/** So many cases in a row without one that could be judged, and the adapter is taken to be broken. */
const patience = 10;

/** What came of a run. */
export interface SuiteOutcome {
  /** In the order of the cases. */
  readonly results: readonly CaseResult[];
  /** The one diagnosis of an adapter that broke on every case; the cases after it did not run. */
  readonly broken?: string;
}

/** Takes a client through all cases, as many at a time as it takes. */
export async function runSuite(
  cases: readonly Case[],
  knowledge: ReadonlyMap<string, ContractKnowledge>,
  context: RunContext,
  onResult: (result: CaseResult) => void = () => {},
): Promise<SuiteOutcome> {
  const results: CaseResult[] = [];
  let next = 0;
  let inVain = 0;
  let broken: string | undefined;
  const work = async () => {
    while (next < cases.length && broken === undefined) {
      const index = next;
      next += 1;
      const one = cases[index] as Case;
      const known = knowledge.get(one.provider);
      if (!known) throw new RangeError(`${one.id} is of a provider that was not loaded`);
      const result = await runCase(one, known, index + 1, context);
      results[index] = result;
      inVain = result.verdict === 'error' ? inVain + 1 : 0;
      // Only from the start: a client that was judged before is not broken as a whole.
      if (inVain === Math.min(patience, cases.length) && results.filter(Boolean).length === inVain)
        broken = result.message;
      onResult(result);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, context.rung.concurrency) }, work));
  const judged = results.filter(Boolean);
  return broken === undefined ? { results: judged } : { results: judged, broken };
}
