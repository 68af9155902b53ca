import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** What a listener knows of its connections. */
export interface Connections {
  readonly open: Set<Socket>;
  /** Those in the middle of a request that has no answer yet, with the requests that came after it. */
  readonly reading: Map<Socket, (() => void)[]>;
  /** Those answered before their request was read to its end. */
  readonly draining: WeakSet<Socket>;
  /** Those that end with an answer that a fault cuts off; nothing behind it gets one. */
  readonly doomed: Set<Socket>;
  /** Answers that leave later: late by a fault, or not known yet. */
  readonly owed: Set<ServerResponse>;
  /** Ends each answer that goes on until somebody ends it. */
  readonly streams: Set<() => void>;
  stopping: boolean;
}

/** Keeps account of a server's connections. */
export function trackConnections(server: Server): Connections {
  const connections: Connections = {
    open: new Set(),
    reading: new Map(),
    draining: new WeakSet(),
    doomed: new Set(),
    owed: new Set(),
    streams: new Set(),
    stopping: false,
  };
  server.on('connection', (socket: Socket) => {
    connections.open.add(socket);
    socket.once('close', () => {
      connections.open.delete(socket);
      connections.reading.delete(socket);
      connections.doomed.delete(socket);
    });
  });
  return connections;
}

/** Notes that an answer is still to come. The function given back takes the note away; so does the client's going. */
export function owe(connections: Connections, response: ServerResponse): () => void {
  const settle = () => connections.owed.delete(response);
  connections.owed.add(response);
  response.once('close', settle);
  return settle;
}
