import type { IncomingMessage } from 'node:http';
import type { PlainRequest } from '../mock/mock.js';

/** Does the head of this request announce a body? */
export function hasBody(headers: PlainRequest['headers']): boolean {
  const length = headers['content-length'];
  return (length !== undefined && length !== '0') || headers['transfer-encoding'] !== undefined;
}

/** Is the body known to be too large before any of it has come? */
export function announcesTooMuch(headers: PlainRequest['headers'], limit: number): boolean {
  return Number(headers['content-length'] ?? 0) > limit;
}

/**
 * Reads a body and hands it over once: whole when it has ended, or undefined as soon as it is larger than `limit` bytes.
 * The rest is then read and thrown away, so that a client that writes before it reads still sees its answer. Where the
 * client goes away, nothing is handed over.
 */
export function readBody(message: IncomingMessage, limit: number, done: (body: Uint8Array | undefined) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  message.on('data', (chunk: Buffer) => {
    if (size > limit) return;
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else {
      chunks.length = 0;
      done(undefined);
    }
  });
  message.on('end', () => {
    if (size > limit) return;
    const [only] = chunks;
    done(only !== undefined && chunks.length === 1 ? only : Buffer.concat(chunks, size));
  });
}
