import { Agent, request as open } from 'node:http';
import { type StartOptions, startServer } from '../../../../src/server/startServer.js';
import type { Answer, Door } from './door.js';

/** A server on a port, asked over real sockets: the request goes out as it is built, byte for byte. */
export async function openHttpDoor(options: StartOptions): Promise<Door> {
  const server = await startServer({ port: 0, pace: 'manual', ...options });
  const agent = new Agent({ keepAlive: true });
  const { host, hostname, port } = new URL(server.url);
  return {
    mock: server.mock,
    host,
    send: ({ method, target, headers, body }) =>
      new Promise<Answer>((resolve, reject) => {
        const length = body.byteLength > 0 ? { 'content-length': body.byteLength } : {};
        const sent = open({ agent, hostname, port, method, path: target, headers: { ...headers, ...length } });
        sent.on('error', reject);
        sent.on('response', (response) => {
          const chunks: Buffer[] = [];
          response.on('error', reject).on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              rule: [response.headers['x-tombstone-rule']].flat()[0],
              retryAfter: response.headers['retry-after'],
              contentType: response.headers['content-type'],
              body: Buffer.concat(chunks).toString('utf8'),
            }),
          );
        });
        sent.end(body);
      }),
    async close() {
      agent.destroy();
      await server.close();
    },
  };
}
