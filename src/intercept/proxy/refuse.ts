import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Refusal } from '../intercept.js';

/** A gateway that cannot reach what it is asked for answers 502; everything else is forbidden here. */
function statusOf({ reason }: Refusal): number {
  return reason === 'unreachable' ? 502 : 403;
}

/** Answers CONNECT with a refusal. Most clients show the reason phrase and nothing else, so it says everything. */
export function refuseTunnel(socket: Duplex, refusal: Refusal): void {
  const status = statusOf(refusal);
  const body = `${refusal.message}\n`;
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}: tombstone: ${asciiOnly(refusal.message)}`,
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

/** Answers a request with a refusal. */
export function refuseRequest(response: ServerResponse, refusal: Refusal): void {
  const status = statusOf(refusal);
  response.writeHead(status, `${STATUS_CODES[status]}: tombstone: ${asciiOnly(refusal.message)}`, {
    'Content-Type': 'text/plain; charset=utf-8',
    Connection: 'close',
  });
  response.end(`${refusal.message}\n`);
}

function asciiOnly(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, '?');
}
