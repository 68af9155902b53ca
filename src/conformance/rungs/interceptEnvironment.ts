import type { LoadedContract } from '../../engine/loadedContract.js';
import { baseUrlVariables, createAuthority, routesOf, startIntercept } from '../../intercept/index.js';
import { createMock } from '../../mock/createMock.js';
import type { Environment } from './observe.js';

/** Leads programs to the sandboxes of their cases, each by a proxy of its own; one authority vouches for all. */
export interface InterceptedEnvironment extends AsyncDisposable {
  readonly environment: Environment;
}

/** Makes the authority that is needed for the hosts of some contracts. */
export async function interceptEnvironment(contracts: readonly LoadedContract[]): Promise<InterceptedEnvironment> {
  const hosts = routesOf(createMock(contracts)).flatMap((route) => route.hosts);
  const authority = await createAuthority(hosts);
  return {
    async environment({ origin, mock }) {
      const variables = baseUrlVariables(mock, origin);
      const intercept = await startIntercept({ routes: routesOf(mock), authority, variables });
      return {
        env: intercept.environment(),
        refused: () => intercept.refusals.map(({ message }) => message),
        close: () => intercept.close(),
      };
    },
    [Symbol.asyncDispose]: () => authority.close(),
  };
}
