import { type ClientRequest, request as httpRequest, type IncomingMessage, STATUS_CODES } from 'node:http';
import { TombstoneError } from '../errors.js';
import type { BuiltRequest } from '../request/buildRequest.js';
import type { ReceivedAnswer } from '../request/prepareRequest.js';

/**
 * Sends one request, its target untouched, and reads the whole answer.
 *
 * @param patience how long it may be silent, in milliseconds; default: for ever
 * @throws TombstoneError `no-answer`
 */
export async function sendRequest(
  to: URL,
  { method, target, headers, body }: BuiltRequest,
  patience?: number,
): Promise<ReceivedAnswer> {
  const { request: httpsRequest } = to.protocol === 'https:' ? await import('node:https') : { request: httpRequest };
  const length = body.byteLength > 0 || /^(POST|PUT|PATCH)$/.test(method) ? { 'content-length': body.byteLength } : {};
  const options = {
    host: to.hostname.replace(/^\[|\]$/g, ''),
    port: to.port || (to.protocol === 'https:' ? 443 : 80),
    method,
    path: target,
    headers: { ...headers, ...length },
    agent: false,
    ...(patience === undefined ? {} : { timeout: patience }),
  };
  try {
    return await answerOf(httpsRequest(options), body);
  } catch (cause) {
    throw noAnswer(to, cause as NodeJS.ErrnoException);
  }
}

function answerOf(request: ClientRequest, body: Uint8Array): Promise<ReceivedAnswer> {
  return new Promise((resolve, reject) => {
    request.on('error', reject);
    request.on('timeout', () => request.destroy(new Error('it was silent for too long')));
    request.on('response', (response) => readResponse(response).then(resolve, reject));
    if (body.byteLength <= large) request.end(body);
    else endUnlessAnswered(request, body);
  });
}

/** A body larger than this may be refused by what is announced of it. */
const large = 1024 * 1024;
const momentForRefusal = 250;

/** Who closes the connection on a body that is still being written takes the answer away with it. */
function endUnlessAnswered(request: ClientRequest, body: Uint8Array): void {
  request.flushHeaders();
  const timer = setTimeout(() => request.end(body), momentForRefusal);
  request.once('response', (response: IncomingMessage) => {
    clearTimeout(timer);
    response.once('end', () => request.destroy());
  });
}

async function readResponse(response: IncomingMessage): Promise<ReceivedAnswer> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const status = response.statusCode ?? 0;
  const headers = Object.entries(response.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]);
  return {
    status,
    reason: response.statusMessage || (STATUS_CODES[status] ?? ''),
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks),
  };
}

function noAnswer(to: URL, cause: NodeJS.ErrnoException): TombstoneError {
  const refused = cause.code === 'ECONNREFUSED';
  const message = refused
    ? `Nothing answers at ${to.origin}: start it with \`npx --no tombstone serve\`.`
    : `${to.origin} gave no whole answer (${cause.message}).`;
  return new TombstoneError('no-answer', message, { cause });
}
