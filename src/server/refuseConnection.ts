import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Connections } from './connections.js';

const statuses: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  HPE_HEADER_OVERFLOW: 431,
};

/** Answers what is no HTTP, or comes too slowly, with a bare status, and closes the connection. */
export function refuseMalformed(error: NodeJS.ErrnoException, socket: Duplex, connections: Connections): void {
  // What was answered already must not be answered twice.
  if (!socket.writable || connections.draining.has(socket as Socket)) socket.destroy();
  else endWith(socket, statuses[error.code ?? ''] ?? 400);
}

/** Answers CONNECT: this is no proxy. */
export function refuseTunnel(socket: Duplex): void {
  socket.on('error', () => {}); // the client may be gone already
  endWith(socket, 501);
}

/** Writes a response without content straight to the connection. */
function endWith(socket: Duplex, status: number): void {
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `Date: ${new Date().toUTCString()}`,
    'Content-Length: 0',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n`, () => socket.destroy());
}
