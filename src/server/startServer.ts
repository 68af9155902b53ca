import { bundledContracts, loadContract } from '../contract/loadContract.js';
import { createMock } from '../mock/createMock.js';
import type { MockOptions } from '../mock/mock.js';
import { listen } from './listen.js';
import type { Listener, ListenOptions } from './listenOptions.js';

/** What to serve, as what kind of sandbox, and where. */
export interface StartOptions extends MockOptions, ListenOptions {
  /** Names of bundled providers, or contract folders. Default: all that are bundled. */
  readonly providers?: readonly string[];
}

/**
 * Loads contracts, makes a sandbox of them and serves it.
 *
 * @throws TombstoneError what `loadContract`, `createMock` and `listen` throw.
 */
export async function startServer(options: StartOptions = {}): Promise<Listener> {
  const { providers = bundledContracts() } = options;
  const contracts = await Promise.all(providers.map(loadContract));
  return listen(createMock(contracts, options), options);
}
