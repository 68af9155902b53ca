import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { expect, it } from 'vitest';
import { trackConnections } from '../../../src/server/connections.js';
import { open } from '../../features/server/support/connection.js';

it('a connection is forgotten when it has closed, even in the middle of a request', async () => {
  const server = createServer();
  const connections = trackConnections(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const accepted = once(server, 'connection') as Promise<[Socket]>;
  using connection = await open((server.address() as AddressInfo).port);
  const [socket] = await accepted;
  connections.reading.set(socket, []);
  expect([...connections.open]).toEqual([socket]);
  const gone = once(socket, 'close');
  connection.socket.destroy();
  await gone;
  expect([connections.open.size, connections.reading.size]).toEqual([0, 0]);
  server.close();
});
