import { createServer } from 'node:http';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { bind } from '../../server/bind.js';
import type { Authority } from '../authority/authority.js';
import type { Destinations } from './destination.js';
import { hostPortText } from './hostPort.js';
import type { Refusals } from './refusals.js';
import { takeRequest } from './request.js';
import { takeAllowed, takeTls, takeTunnel } from './tunnel.js';

/** What a proxy has to know. */
export interface ProxySettings {
  readonly destinations: Destinations;
  readonly authority: Authority;
  readonly refusals: Refusals;
}

/** Where it is to listen; 0 takes a free port. */
export interface ProxyPorts {
  readonly port?: number;
  readonly tlsPort?: number;
}

/** A proxy that listens on 127.0.0.1. */
export interface Proxy {
  readonly port: number;
  /** Takes TLS connections as if it were the host itself: the name they ask for says which. */
  readonly tlsPort: number;
  /** `host:port` that is let through → where it is, as if this were the host itself. */
  readonly allowedPorts: Readonly<Record<string, number>>;
  close(): Promise<void>;
}

/** How long answers on their way may still take, in milliseconds. */
const grace = 1000;

/** @throws TombstoneError `bad-port`, `port-in-use`, `cannot-listen` */
export async function openProxy(settings: ProxySettings, ports: ProxyPorts = {}): Promise<Proxy> {
  const open = new Set<Socket>();
  // As the servers do that it hands requests to; they have no time limits either.
  const server = createServer({ joinDuplicateHeaders: true, headersTimeout: 0, requestTimeout: 0 });
  server.on('connect', (message, socket: Socket, head) => void takeTunnel(settings, message, socket, head));
  server.on('request', (message, response) => void takeRequest(settings, message, response, false));
  server.on('checkContinue', (message, response) => void takeRequest(settings, message, response, true));
  const tlsServer = createTcpServer((socket) => void takeTls(settings, socket, {}));
  const through = settings.destinations.allowed.map((to) => ({
    to,
    server: createTcpServer({ allowHalfOpen: true }, (socket) => void takeAllowed(settings, socket, to)),
  }));
  const servers = [server, tlsServer, ...through.map((each) => each.server)];
  for (const each of servers) {
    each.on('connection', (socket: Socket) => {
      open.add(socket);
      socket.once('close', () => open.delete(socket));
    });
  }

  const bound = await bindAll().catch((error: unknown) => {
    for (const each of servers) each.close();
    throw error;
  });

  async function bindAll(): Promise<Omit<Proxy, 'close'>> {
    const port = await bind(server, ports.port ?? 0, '127.0.0.1');
    const tlsPort = await bind(tlsServer, ports.tlsPort ?? 0, '127.0.0.1');
    const allowedPorts: Record<string, number> = {};
    for (const each of through) allowedPorts[hostPortText(each.to)] = await bind(each.server, 0, '127.0.0.1');
    return { port, tlsPort, allowedPorts };
  }
  let closed: Promise<void> | undefined;
  function close(): Promise<void> {
    closed ??= end();
    return closed;
  }
  async function end(): Promise<void> {
    const ended = servers.map(whenClosed);
    server.closeIdleConnections();
    await Promise.all(settings.destinations.doors.map((door) => door.stop(grace)));
    const deadline = setTimeout(() => {
      for (const socket of open) socket.destroy();
    }, grace);
    await Promise.all(ended);
    clearTimeout(deadline);
  }
  return { ...bound, close };
}

function whenClosed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
