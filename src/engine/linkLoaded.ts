import type { Contract } from './contract.js';
import { linkContract } from './link.js';
import type { LoadedContract } from './loadedContract.js';

const linked = new WeakMap<LoadedContract, Contract>();

/** Links a contract once, however many sandboxes run it: a linked contract holds no state of theirs. */
export function linkLoaded(loaded: LoadedContract): Contract {
  const known = linked.get(loaded);
  if (known) return known;
  const contract = linkContract(loaded.compiled, loaded.validators, loaded.functions);
  linked.set(loaded, contract);
  return contract;
}
