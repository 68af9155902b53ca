import { Agent, request as httpRequest } from 'node:http';
import type { Mock, PlainRequest } from '../../src/index.js';
import type { Seen } from './world.js';

/** Sends one request; undefined where no whole answer came back. */
export type Way = (request: PlainRequest) => Seen | undefined | Promise<Seen | undefined>;

/** Hands requests to the mock in this process. */
export function inProcess(mock: Mock): Way {
  return (request) => {
    const answer = mock.handle(request);
    if (answer.transport?.cut !== undefined) return undefined;
    const { status, headers, body = '' } = answer;
    return { status, headers, body: read(typeof body === 'string' ? body : new TextDecoder().decode(body), headers) };
  };
}

/** Sends requests to a listener, over one connection for as long as it lives. `close` ends it. */
export function overHttp(url: string): { readonly send: Way; readonly close: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { hostname: host, port } = new URL(url);
  const send: Way = ({ method, target, headers, body }) =>
    new Promise((resolve) => {
      const length = body === undefined ? {} : { 'content-length': String(body.length) };
      const options = { agent, host, port, method, path: target, headers: { ...headers, ...length } };
      const sent = httpRequest(options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', () => resolve(undefined));
        response.on('end', () => {
          const fields = response.headers as Record<string, string>;
          const text = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode ?? 0, headers: fields, body: read(text, fields) });
        });
      });
      sent.on('error', () => resolve(undefined));
      sent.end(body);
    });
  return { send, close: () => agent.destroy() };
}

function read(text: string, headers: Readonly<Record<string, string>>): unknown {
  const type = headers['content-type'] ?? headers['Content-Type'];
  return type?.includes('json') ? JSON.parse(text) : text || undefined;
}
