import type { Server } from 'node:http';
import type { Connections } from './connections.js';

/** Accepts nothing more; closes each connection once its answer is out, and the rest after `grace` milliseconds. */
export function stop(server: Server, connections: Connections, grace: number): Promise<void> {
  connections.stopping = true;
  // Node's own sweep at close() would cut a connection whose answer is written but not yet taken by the client.
  server.closeIdleConnections = () => {};
  return new Promise((resolve) => {
    const deadline = setTimeout(() => {
      for (const socket of connections.open) socket.destroy();
    }, grace);
    server.close(() => {
      clearTimeout(deadline);
      resolve();
    });
    for (const end of connections.streams) end();
    const waiting = new Set([...connections.owed].map(({ req }) => req.socket));
    for (const socket of connections.open) {
      if (!connections.reading.has(socket) && !waiting.has(socket)) socket.destroySoon();
    }
  });
}
