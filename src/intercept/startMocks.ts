import type { Mock } from '../mock/mock.js';
import { listen } from '../server/listen.js';
import type { Listener } from '../server/listenOptions.js';
import { baseUrlVariables } from './baseUrlVariables.js';
import type { Intercept, InterceptOptions } from './intercept.js';
import { routesOf } from './routesOf.js';
import { startIntercept } from './startIntercept.js';

/** A sandbox that programs are led to. */
export interface StartedMocks extends AsyncDisposable {
  /** Where it listens by itself: what the base URLs of SDKs and TOMBSTONE_URL name, with the control interface. */
  readonly listener: Listener;
  readonly intercept: Intercept;
}

/**
 * Leads programs to a sandbox in both ways: by the addresses they have, and by the base URLs that SDKs read.
 *
 * @throws TombstoneError what `startIntercept` throws
 */
export async function startMocks(
  mock: Mock,
  options: Pick<InterceptOptions, 'allow' | 'port' | 'tlsPort' | 'onRefusal'>,
): Promise<StartedMocks> {
  const listener = await listen(mock, { port: 0 });
  try {
    const variables = { ...baseUrlVariables(mock, listener.url), TOMBSTONE_URL: listener.url };
    const intercept = await startIntercept({ ...options, routes: routesOf(mock), variables });
    return {
      listener,
      intercept,
      async [Symbol.asyncDispose]() {
        await intercept.close();
        await listener.close();
      },
    };
  } catch (error) {
    await listener.close();
    throw error;
  }
}
