import { type Connection, openConnection } from './connection.js';

/** As many as DESIGN says; one server after the other is sent to over the same ones. */
const connections = 64;

/** Node's own servers end a connection after five idle seconds: one that waited nearly that long is not used again. */
const usableFor = 3000;

interface Pool {
  open: readonly Connection[];
  /** By `performance.now()`. */
  usedAt: number;
}

const pools = new Map<number, Pool>();

/** The connections to a port, as they were left by the load before, or new ones. */
export function connectionsTo(port: number): readonly Connection[] {
  const pool = pools.get(port) ?? { open: [], usedAt: Number.NEGATIVE_INFINITY };
  pools.set(port, pool);
  if (performance.now() - pool.usedAt > usableFor || pool.open.some(({ socket }) => socket.closed)) {
    for (const { socket } of pool.open) socket.destroy();
    pool.open = Array.from({ length: connections }, () => openConnection(port));
  }
  return pool.open;
}

/** To be called when a load is over. */
export function leaveConnections(port: number): void {
  const pool = pools.get(port);
  if (pool) pool.usedAt = performance.now();
}
