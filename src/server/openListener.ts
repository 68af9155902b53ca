import { createServer, type IncomingMessage, type ServerOptions } from 'node:http';
import { TombstoneError } from '../errors.js';
import type { Mock } from '../mock/mock.js';
import { isLoopbackName, urlHost } from './authority.js';
import { bind } from './bind.js';
import { trackConnections } from './connections.js';
import type { Controlled } from './control/call.js';
import { createControl } from './control/control.js';
import type { Listener, ListenOptions, Timeouts } from './listenOptions.js';
import { refuseMalformed, refuseTunnel } from './refuseConnection.js';
import { createRequestHandler } from './requestHandler.js';
import { stop } from './stop.js';

/** Serves one sandbox; `sandboxes` is what its control interface makes of calls about further ones. */
export async function openListener(
  mock: Mock,
  options: ListenOptions,
  sandboxes: Controlled['sandboxes'],
): Promise<Listener> {
  const { host = '127.0.0.1', token, timeouts = {} } = options;
  requireToken(host, token);

  const server = createServer(serverOptions(timeouts));
  const connections = trackConnections(server);
  const port = await bind(server, options.port ?? 4010, host);
  const url = `http://${urlHost(reachable(host))}:${port}`;

  const control = createControl({ mock, url, sandboxes, heartbeat: timeouts.heartbeat ?? 15_000 }, token);
  const handle = createRequestHandler(mock, control, connections);
  server.on('request', (message, response) => handle(message, response, false));
  server.on('checkContinue', (message, response) => handle(message, response, true));
  server.on('clientError', (error, socket) => refuseMalformed(error, socket, connections));
  server.on('connect', (_message: IncomingMessage, socket) => refuseTunnel(socket));
  const unsubscribe = options.onExchange ? mock.journal.subscribe(options.onExchange) : undefined;

  let stopped: Promise<void> | undefined;
  function close(): Promise<void> {
    stopped ??= stop(server, connections, timeouts.stop ?? 1000).finally(unsubscribe);
    return stopped;
  }
  return { url, port, mock, close, [Symbol.asyncDispose]: close };
}

function requireToken(host: string, token: string | undefined): void {
  if (token || isLoopbackName(urlHost(host))) return;
  throw new TombstoneError(
    'token-required',
    `Others can reach ${host}, and the control interface with it. Give a token, or listen on 127.0.0.1.`,
  );
}

/** Listening everywhere, one of the addresses that this machine itself can call. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  return host === '::' ? '::1' : host;
}

function serverOptions(timeouts: Timeouts): ServerOptions {
  const { headers = 10_000, request = 30_000, keepAlive = 65_000 } = timeouts;
  return {
    joinDuplicateHeaders: true,
    // Node refuses to wait longer for the head of a request than for the whole of it.
    headersTimeout: request > 0 ? Math.min(headers || request, request) : headers,
    requestTimeout: request,
    keepAliveTimeout: keepAlive,
    // How often node looks for requests that took too long; its default would let them live half a minute more.
    connectionsCheckingInterval: Math.min(1000, Math.max(20, Math.floor((headers || request || 4000) / 4))),
  };
}
