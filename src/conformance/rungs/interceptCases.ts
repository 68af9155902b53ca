import type { LoadedContract } from '../../engine/loadedContract.js';
import type { Authority } from '../../intercept/authority/authority.js';
import { createAuthority } from '../../intercept/authority/createAuthority.js';
import { baseUrlVariables } from '../../intercept/baseUrlVariables.js';
import { routesOf } from '../../intercept/routesOf.js';
import { startIntercept } from '../../intercept/startIntercept.js';
import type { Environment } from './observe.js';

/** Leads the programs of many cases to their sandboxes. */
export interface InterceptedCases {
  readonly environment: Environment;
  close(): Promise<void>;
}

/** A proxy for each case, so that traffic is its own by where it arrives; one certificate authority for all of them. */
export function interceptCases(contracts: readonly LoadedContract[]): InterceptedCases {
  const compiled = contracts.map((contract) => contract.compiled);
  let authority: Promise<Authority> | undefined;
  return {
    async environment({ origin }) {
      const routes = routesOf(compiled, origin);
      authority ??= createAuthority(routes.flatMap(({ hosts }) => hosts));
      const variables = baseUrlVariables(compiled, origin);
      const intercept = await startIntercept({ routes, authority: await authority, variables });
      return {
        env: intercept.environment(),
        refused: () => intercept.refusals.map(({ message }) => message),
        close: () => intercept.close(),
      };
    },
    async close() {
      await (await authority)?.close();
    },
  };
}
