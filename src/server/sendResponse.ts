import type { ServerResponse } from 'node:http';
import type { PlainResponse } from '../mock/mock.js';

/** Sends an answer in one write. `last` ends the connection after it. */
export function sendResponse(response: ServerResponse, answer: PlainResponse, last: boolean): void {
  const length = writeHead(response, answer, last);
  const { body } = answer;
  if (!hasContent(answer) || body === undefined) response.end();
  // A text of as many bytes as characters is ASCII, which takes less to send when it is known.
  else if (typeof body === 'string') response.end(body, length === body.length ? 'latin1' : 'utf8');
  else response.end(body);
}

/** Prepares an answer's head, with the length of the whole body, which it gives. */
export function writeHead(response: ServerResponse, answer: PlainResponse, last: boolean): number {
  const { status, headers, body } = answer;
  const withContent = hasContent(answer);
  const fields = fieldsOf(headers, withContent);
  const length = lengthOf(body);
  const sent = withContent ? [...fields, 'Content-Length', String(length)] : fields;
  response.writeHead(status, last ? [...sent, 'Connection', 'close'] : (sent as string[]));
  return length;
}

type Headers = PlainResponse['headers'];

/** Names and values in turn, as node takes them. */
type HeaderFields = readonly string[];

/** Those of answers that share their headers. */
const known = { withContent: new WeakMap<Headers, HeaderFields>(), without: new WeakMap<Headers, HeaderFields>() };

function fieldsOf(headers: Headers, withContent: boolean): HeaderFields {
  const made = withContent ? known.withContent : known.without;
  const fields = made.get(headers);
  if (fields) return fields;
  const pairs = Object.entries(headers).filter(
    ([name, value]) => value !== undefined && (withContent || !describesContent(name)),
  );
  // What is frozen is shared; anything else is seen once.
  if (Object.isFrozen(headers)) made.set(headers, pairs.flat());
  return pairs.flat();
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
