import { hostPattern } from '../engine/hostPattern.js';
import { createAuthority } from './authority/createAuthority.js';
import { interceptEnvironment } from './environment/interceptEnvironment.js';
import type { Intercept, InterceptOptions } from './intercept.js';
import { createDestinations } from './proxy/destination.js';
import { openProxy } from './proxy/proxy.js';
import { createRefusals } from './proxy/refusals.js';

/**
 * Starts a proxy on loopback that ends TLS for the hosts of the routes, hands their requests to the sandboxes, and refuses
 * every other host. Neither system nor user settings are changed; a program takes part by the environment it is given.
 *
 * @throws TombstoneError `bad-allow`; `bad-port`, `port-in-use`, `cannot-listen`
 */
export async function startIntercept(options: InterceptOptions): Promise<Intercept> {
  const { routes, allow = [], variables = {}, onRefusal } = options;
  const hosts = routes.flatMap((route) => route.hosts);
  const destinations = createDestinations(routes, allow);
  const refusals = createRefusals(hosts, onRefusal);
  const authority = options.authority ?? (await createAuthority(hosts));
  const own = options.authority === undefined ? authority : undefined;
  try {
    const proxy = await openProxy({ destinations, authority, refusals }, options);
    const { port, tlsPort, allowedPorts } = proxy;
    const preload = { port, tlsPort, allowedPorts, hosts: hosts.map((host) => hostPattern(host).source) };
    async function close(): Promise<void> {
      await proxy.close();
      await own?.close();
    }
    return {
      proxyUrl: `http://127.0.0.1:${port}`,
      authority,
      environment: (base = process.env) => ({
        ...interceptEnvironment({ port, preload, files: authority.files }, base),
        ...variables,
      }),
      refusals: refusals.list,
      close,
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await own?.close();
    throw error;
  }
}
