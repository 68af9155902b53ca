import type { LoadedContract } from '../engine/loadedContract.js';
import { TombstoneError } from '../errors.js';
import type { MockedProvider, ProviderName, ProviderOptions } from '../msw/mockedProvider.js';
import { mockProvider } from '../msw/mockProvider.js';
import { joinSharedServer } from './sharedServer.js';

/** What a project's own `setupServer` or `setupWorker` has that a fixture needs. */
export interface OwnServer {
  use(...handlers: MockedProvider['handlers']): void;
  resetHandlers(): void;
}

export interface FixtureOptions<Provider extends string = string> extends ProviderOptions<Provider> {
  /** The project's own msw server, already listening; its handlers are reset after each test. Default: one of the fixture's. */
  readonly server?: OwnServer;
}

/** A fixture as `test.extend` takes it. */
export type ProviderFixture<Provider extends string> = (
  context: object,
  use: (provider: MockedProvider<Provider>) => Promise<void>,
) => Promise<void>;

/** The providers that answer in this process at the moment: one request cannot be answered by two. */
const answering = new Set<string>();

/**
 * A fixture for `test.extend`: a provider of its own for each test, answering from before the test until after it.
 *
 * The test fails where the client sent the provider a request that is none of its operations, even if the client hid the
 * error.
 *
 * @example
 * ```ts
 * const test = base.extend({ mpc: providerFixture('huawei-mpc') });
 * test('…', async ({ mpc }) => { … });
 * ```
 */
export function providerFixture<Provider extends ProviderName>(
  provider: Provider,
  options?: FixtureOptions<Provider>,
): ProviderFixture<Provider>;
export function providerFixture<Provider extends string = string>(
  contract: LoadedContract,
  options?: FixtureOptions<Provider>,
): ProviderFixture<Provider>;
export function providerFixture(
  provider: ProviderName | LoadedContract,
  { server, ...options }: FixtureOptions = {},
): ProviderFixture<string> {
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from this pattern which fixtures are needed: none.
  return async ({}, use) => {
    const mocked: MockedProvider = await mockProvider(provider as LoadedContract, options);
    if (answering.has(mocked.provider)) throw twoAtOnce(mocked.provider);
    answering.add(mocked.provider);
    try {
      const stop = server ? useOwn(server, mocked) : await joinSharedServer(mocked);
      try {
        await use(mocked);
      } finally {
        stop();
      }
    } finally {
      answering.delete(mocked.provider);
    }
    const [first] = mocked.unanswered;
    if (first) throw first.error;
  };
}

function useOwn(server: OwnServer, { handlers }: MockedProvider): () => void {
  server.use(...handlers);
  return () => server.resetHandlers();
}

function twoAtOnce(provider: string): TombstoneError {
  const message = `Two tests of one file use ${provider} at the same time, and a request does not say which of them it comes from. Run them one after the other, or give each a mockProvider with a baseUrl of its own.`;
  return new TombstoneError('handlers-twice', message);
}
