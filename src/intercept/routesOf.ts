import type { Mock } from '../mock/mock.js';
import type { Route } from './intercept.js';

/**
 * The routes to a sandbox: the real hosts of each of its providers.
 *
 * @param target what answers. Default: the sandbox itself
 */
export function routesOf(mock: Mock, target: Route['target'] = mock): readonly Route[] {
  return mock.providers().map(({ hosts }) => ({ hosts, target }));
}
