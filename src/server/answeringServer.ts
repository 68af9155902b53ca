import { createServer, type IncomingMessage, type Server, type ServerOptions } from 'node:http';
import type { Mock } from '../mock/mock.js';
import { type Connections, trackConnections } from './connections.js';
import type { Control } from './control/control.js';
import type { Timeouts } from './listenOptions.js';
import { refuseMalformed, refuseTunnel } from './refuseConnection.js';
import { createRequestHandler } from './requestHandler.js';

/** A server that answers for a sandbox, once it is told which, whether it listens or is handed connections. */
export interface AnsweringServer {
  readonly server: Server;
  readonly connections: Connections;
}

export function createAnsweringServer(timeouts: Timeouts): AnsweringServer {
  const server = createServer(serverOptions(timeouts));
  return { server, connections: trackConnections(server) };
}

/** Lets a server answer for a sandbox from now on. */
export function answerWith({ server, connections }: AnsweringServer, mock: Mock, control: Control): void {
  const handle = createRequestHandler(mock, control, connections);
  server.on('request', (message, response) => handle(message, response, false));
  server.on('checkContinue', (message, response) => handle(message, response, true));
  server.on('clientError', (error, socket) => refuseMalformed(error, socket, connections));
  server.on('connect', (_message: IncomingMessage, socket) => refuseTunnel(socket));
}

function serverOptions(timeouts: Timeouts): ServerOptions {
  const { headers = 10_000, request = 30_000, keepAlive = 0 } = timeouts;
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
