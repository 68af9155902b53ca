import type { Mock } from '../mock/mock.js';

/**
 * The variables that SDKs read a base URL from, as the contracts of a sandbox name them, with the base URLs of a listener
 * that serves it: for programs that take no notice of a proxy.
 *
 * @param url of the listener, without a trailing slash: `http://127.0.0.1:4010`
 */
export function baseUrlVariables(mock: Mock, url: string): Record<string, string> {
  const basePaths = new Map(mock.providers().map(({ id, basePath }) => [id, basePath]));
  return Object.fromEntries(
    mock.contracts.flatMap(({ id, lifecycle }) =>
      lifecycle.baseUrlVariables.map((name) => [name, `${url}${basePaths.get(id) ?? ''}`]),
    ),
  );
}
