import type { Mock } from '../mock/mock.js';
import type { Route } from './intercept.js';

/** The routes to a sandbox: the real hosts of each of its providers. */
export function routesOf(mock: Mock): readonly Route[] {
  return mock.providers().map(({ hosts }) => ({ hosts, target: mock }));
}
