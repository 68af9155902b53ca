import type { ServerResponse } from 'node:http';
import type { PlainResponse } from '../mock/mock.js';

/** Sends an answer in one write. `last` ends the connection after it. */
export function sendResponse(response: ServerResponse, answer: PlainResponse, last: boolean): void {
  writeHead(response, answer, last);
  if (hasContent(answer)) response.end(answer.body);
  else response.end();
}

/** Prepares an answer's head, with the length of the whole body. */
export function writeHead(response: ServerResponse, answer: PlainResponse, last: boolean): void {
  const { status, headers, body } = answer;
  const withContent = hasContent(answer);
  const fields: (string | number)[] = [];
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined && (withContent || !describesContent(name))) fields.push(name, value);
  }
  if (withContent) fields.push('Content-Length', lengthOf(body));
  if (last) fields.push('Connection', 'close');
  response.writeHead(status, fields);
}

function hasContent({ status }: PlainResponse): boolean {
  return status !== 204 && status !== 304;
}

function lengthOf(body: PlainResponse['body']): number {
  if (body === undefined) return 0;
  return typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
}

function describesContent(name: string): boolean {
  return /^(?:content-(?:type|length)|transfer-encoding)$/i.test(name);
}
