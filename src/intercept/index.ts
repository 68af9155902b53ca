/**
 * Any program, unmodified, against sandboxes: a proxy on loopback that ends TLS for the hosts of the contracts.
 *
 * @example One authority for many cases, a proxy for each
 * ```ts
 * const mock = createMock([await loadContract('twelvelabs')], { auth: 'any' });
 * const routes = routesOf(mock);
 * await using authority = await createAuthority(routes.flatMap(({ hosts }) => hosts));
 * await using intercept = await startIntercept({ routes, authority });
 * spawn('python3', ['delete.py'], { env: { ...process.env, ...intercept.environment() } });
 * ```
 *
 * @packageDocumentation
 */
export type { Authority, AuthorityFiles } from './authority/authority.js';
export { createAuthority } from './authority/createAuthority.js';
export { baseUrlVariables } from './baseUrlVariables.js';
export type { Intercept, InterceptOptions, Refusal, Route } from './intercept.js';
export { routesOf } from './routesOf.js';
export { startIntercept } from './startIntercept.js';
