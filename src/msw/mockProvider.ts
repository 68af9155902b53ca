import { bundledModules } from '../../mocks/bundled.js';
import type { LoadedContract } from '../engine/loadedContract.js';
import { didYouMean, TombstoneError } from '../errors.js';
import { createMockedProvider } from './createMockedProvider.js';
import type { MockedProvider, ProviderName, ProviderOptions } from './mockedProvider.js';
import { loadPeers } from './peers.js';
import type { IsMeant } from './resolver.js';

/**
 * Puts a provider into the test process, for msw to answer with: a sandbox of its own, every time.
 *
 * @param provider a bundled provider by its name, or a contract that `loadContract` gave
 * @throws TombstoneError `unknown-provider`, `peer-missing`, `bad-base-url`, and what `createMock` throws
 */
export function mockProvider<Provider extends ProviderName>(
  provider: Provider,
  options?: ProviderOptions<Provider>,
): Promise<MockedProvider<Provider>>;
export function mockProvider<Provider extends string = string>(
  contract: LoadedContract,
  options?: ProviderOptions<Provider>,
): Promise<MockedProvider<Provider>>;
export function mockProvider(given: string | LoadedContract, options: ProviderOptions = {}): Promise<MockedProvider> {
  return openProvider(given, options, () => true);
}

/** The same, for one that is not asked for every request to its URLs. */
export async function openProvider(
  given: string | LoadedContract,
  options: ProviderOptions,
  isMeant: IsMeant,
): Promise<MockedProvider> {
  const [contract, peers] = await Promise.all([typeof given === 'string' ? bundled(given) : given, loadPeers()]);
  return createMockedProvider(contract, peers, options, isMeant);
}

async function bundled(name: string): Promise<LoadedContract> {
  const known = Object.keys(bundledModules);
  if (Object.hasOwn(bundledModules, name)) return (await bundledModules[name as ProviderName]()).default;
  const message = `There is no provider "${name}"; bundled are ${known.join(', ')}.${didYouMean(name, known)} For a contract of your own, give what loadContract gives.`;
  throw new TombstoneError('unknown-provider', message);
}
