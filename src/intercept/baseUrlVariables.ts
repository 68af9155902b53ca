import { basePath } from '../engine/basePath.js';
import type { CompiledContract } from '../language/compiledContract.js';

/**
 * The variables that SDKs read a base URL from, as contracts name them, with the base URLs of a listener that serves them:
 * for programs that take no notice of a proxy.
 *
 * @param url of the listener, without a path: `http://127.0.0.1:4010`
 */
export function baseUrlVariables(contracts: readonly CompiledContract[], url: string): Record<string, string> {
  return Object.fromEntries(
    contracts.flatMap(({ document, lifecycle }) =>
      lifecycle.baseUrlVariables.map((name) => [name, url + basePath(document)]),
    ),
  );
}
