import type { LoadedContract } from '../engine/loadedContract.js';
import { TombstoneError } from '../errors.js';
import type { MockedProvider, ProviderName, ProviderOptions } from '../msw/mockedProvider.js';
import { openProvider } from '../msw/mockProvider.js';
import { answers, endAnswering, isMeantFor, startAnswering } from './answering.js';
import { joinServer, type OwnServer } from './joinServer.js';
import { currentScope, scopeTests } from './testScope.js';

export interface FixtureOptions<Provider extends string = string> extends ProviderOptions<Provider> {
  /** The project's own msw server, already listening; its handlers are reset after each test. Default: one of the fixture's. */
  readonly server?: OwnServer;
}

/** A fixture as `test.extend` takes it. */
export type ProviderFixture<Provider extends string> = (
  context: object,
  use: (provider: MockedProvider<Provider>) => Promise<void>,
) => Promise<void>;

/**
 * A fixture for `test.extend`: a provider of its own for each test, answering from before the test until after it. Tests
 * that run at the same time do not see each other's: make the fixture in the test file, or in a module it imports.
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
  scopeTests();
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from this pattern which fixtures are needed: none.
  return async ({}, use) => {
    const mocked: MockedProvider = await openProvider(provider, options, () => isMeantFor(mocked));
    const scope = currentScope();
    if (answers(scope?.get(mocked.provider))) throw twoInOne(mocked.provider);
    scope?.set(mocked.provider, mocked);
    const entry = startAnswering(mocked);
    try {
      const leave = await joinServer(mocked, server);
      try {
        await use(mocked);
      } finally {
        leave();
      }
    } finally {
      endAnswering(entry);
    }
    const [first] = [...mocked.unanswered.map(({ error }) => error), ...entry.doubtful];
    if (first) throw first;
  };
}

function twoInOne(provider: string): TombstoneError {
  const message = `One test uses two fixtures of ${provider}, and a request does not say which of them it is for. Use one, or make the other with mockProvider, with a baseUrl and a server of its own.`;
  return new TombstoneError('handlers-twice', message);
}
