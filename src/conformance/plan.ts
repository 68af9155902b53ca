import type { LoadedContract } from '../engine/loadedContract.js';
import { allCases } from './allCases.js';
import type { Case } from './case.js';
import { type ContractKnowledge, knowContract } from './know/contractKnowledge.js';
import { selectCases } from './selectCases.js';
import { inSuite, type Suite } from './suite.js';

/** The cases of a run, and what is known of their contracts. */
export interface Plan {
  readonly cases: readonly Case[];
  /** The ids of all there would be without a selection. */
  readonly known: readonly string[];
  readonly knowledge: ReadonlyMap<string, ContractKnowledge>;
}

/**
 * Plans a run over some contracts: the cases their rules make, the written stories, and of these what is asked for.
 *
 * @throws TombstoneError `no-such-case`, `bad-story`
 */
export async function planRun(
  contracts: readonly LoadedContract[],
  { select = [], suite }: { readonly select?: readonly string[]; readonly suite?: Suite } = {},
): Promise<Plan> {
  const all = await Promise.all(contracts.map(allCases));
  const cases = all.flat().filter((one) => suite === undefined || inSuite(suite, one));
  return {
    cases: selectCases(cases, select),
    known: cases.map(({ id }) => id),
    knowledge: new Map(contracts.map((contract) => [contract.compiled.id, knowContract(contract)])),
  };
}
