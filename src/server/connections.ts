import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** What a listener knows of its connections. */
export interface Connections {
  readonly open: Set<Socket>;
  /** Those in the middle of a request that has no answer yet, with the requests that came after it. */
  readonly reading: Map<Socket, (() => void)[]>;
  /** Those answered before their request was read to its end. */
  readonly draining: WeakSet<Socket>;
  stopping: boolean;
}

/** Keeps account of a server's connections. */
export function trackConnections(server: Server): Connections {
  const connections: Connections = { open: new Set(), reading: new Map(), draining: new WeakSet(), stopping: false };
  server.on('connection', (socket: Socket) => {
    connections.open.add(socket);
    socket.once('close', () => {
      connections.open.delete(socket);
      connections.reading.delete(socket);
    });
  });
  return connections;
}
