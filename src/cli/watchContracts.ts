import { type ContractChange, watchContract } from '../contract/watchContract.js';
import type { LoadedContract } from '../engine/loadedContract.js';
import type { Mock } from '../mock/mock.js';
import type { ServePrinter } from './servePrinter.js';

/** The contracts a server serves and watches. */
export interface WatchedContracts {
  readonly contracts: readonly LoadedContract[];
  /** Puts every change in place, and prints what came of it. */
  follow(mock: Mock, printer: ServePrinter): void;
  close(): void;
}

/** Loads contracts and watches their files. @throws TombstoneError what `watchContract` throws */
export async function watchContracts(names: readonly string[]): Promise<WatchedContracts> {
  const watched = await Promise.all(names.map(watchContract));
  return {
    contracts: watched.map(({ first }) => first),
    follow(mock, printer) {
      printer.watching(watched.map(({ folder }) => folder));
      for (const contract of watched) contract.follow((change) => takeOver(contract.id, change, mock, printer));
    },
    close() {
      for (const contract of watched) contract.close();
    },
  };
}

function takeOver(
  provider: string,
  { contract, errors = [] }: ContractChange,
  mock: Mock,
  printer: ServePrinter,
): void {
  try {
    if (contract) printer.replaced(mock.replaceContract(contract));
    else printer.refused({ provider, errors });
  } catch (error) {
    // Whatever is wrong with the new version, the server goes on with the one before.
    printer.refused({ provider, errors, reason: error instanceof Error ? error.message : String(error) });
  }
}
