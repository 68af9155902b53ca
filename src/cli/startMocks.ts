import { bundledContracts, loadContract } from '../contract/loadContract.js';
import { baseUrlVariables } from '../intercept/baseUrlVariables.js';
import type { Intercept, Refusal } from '../intercept/intercept.js';
import { routesOf } from '../intercept/routesOf.js';
import { startIntercept } from '../intercept/startIntercept.js';
import { createMock } from '../mock/createMock.js';
import type { AuthMode, Mock, Pace } from '../mock/mock.js';
import { listen } from '../server/listen.js';
import type { Listener } from '../server/listenOptions.js';
import { readFixtureFile } from './fixtureFile.js';
import { wholeNumber } from './wholeNumber.js';

/** What `run` and `env` were given. */
export interface MockSettings {
  readonly allow?: readonly string[];
  readonly auth?: AuthMode;
  readonly pace?: Pace;
  readonly fixtures?: string;
  readonly seed?: string;
  readonly port?: string;
}

/** Mocks, with a proxy that leads to them and a listener of their own. */
export interface StartedMocks extends AsyncDisposable {
  readonly mock: Mock;
  readonly listener: Listener;
  readonly intercept: Intercept;
}

/** Starts the mocks of some providers, or of all that are bundled. */
export async function startMocks(
  providers: readonly string[],
  settings: MockSettings,
  onRefusal: (refusal: Refusal) => void,
): Promise<StartedMocks> {
  const { allow, auth = 'any', pace = 'real', fixtures: file } = settings;
  const port = wholeNumber('port', settings.port);
  const seed = wholeNumber('seed', settings.seed);
  const names = providers.length === 0 ? bundledContracts() : [...new Set(providers)];
  const contracts = await Promise.all(names.map(loadContract));
  const compiled = contracts.map((contract) => contract.compiled);
  const fixtures = file === undefined ? undefined : readFixtureFile(file, compiled);
  const mock = createMock(contracts, {
    auth,
    pace,
    ...(fixtures && { fixtures }),
    ...(seed !== undefined && { seed }),
  });
  const listener = await listen(mock, { port: 0 });
  try {
    const intercept = await startIntercept({
      routes: routesOf(mock),
      ...(allow && { allow }),
      ...(port !== undefined && { port }),
      variables: { ...baseUrlVariables(mock, listener.url), TOMBSTONE_URL: listener.url },
      onRefusal,
    });
    const close = async () => {
      await intercept.close();
      await listener.close();
    };
    return { mock, listener, intercept, [Symbol.asyncDispose]: close };
  } catch (error) {
    await listener.close();
    throw error;
  }
}
