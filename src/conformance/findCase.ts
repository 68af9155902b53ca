import { bundledContracts, loadContract } from '../contract/loadContract.js';
import type { LoadedContract } from '../engine/loadedContract.js';
import { didYouMean, TombstoneError } from '../errors.js';
import type { Case } from './case.js';
import type { ContractKnowledge } from './know/contractKnowledge.js';
import { planRun } from './plan.js';

/** One case, with its contract. */
export interface FoundCase {
  readonly case: Case;
  readonly contract: LoadedContract;
  readonly known: ContractKnowledge;
}

/**
 * Finds a case by its id.
 *
 * @param folder the contract it is of. Default: the bundled one its id begins with
 * @throws TombstoneError `no-such-case`, with the nearest id
 */
export async function findCase(id: string, folder?: string): Promise<FoundCase> {
  const [provider = ''] = id.split('/');
  if (folder === undefined && !bundledContracts().includes(provider)) {
    throw new TombstoneError(
      'no-such-case',
      `"${id}" is no case: an id begins with a provider, ${bundledContracts().join(', ')}.${didYouMean(provider, bundledContracts())}`,
    );
  }
  const contract = await loadContract(folder ?? provider);
  const { cases, knowledge } = await planRun([contract]);
  const found = cases.find((one) => one.id === id);
  const known = knowledge.get(contract.compiled.id);
  if (found && known) return { case: found, contract, known };
  throw new TombstoneError(
    'no-such-case',
    `There is no case "${id}".${didYouMean(
      id,
      cases.map((one) => one.id),
    )} \`tombstone list ${provider}\` lists them.`,
  );
}
