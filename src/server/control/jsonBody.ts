import { TombstoneError } from '../../errors.js';
import type { PlainRequest } from '../../mock/mock.js';

/**
 * A control call's body, which has to be a JSON object declared as one.
 *
 * @throws TombstoneError `bad-media-type`, `body-too-large`, `bad-call`.
 */
export function jsonBody(request: PlainRequest): Readonly<Record<string, unknown>> {
  if (request.tooLarge) throw new TombstoneError('body-too-large', 'The body is too large. Send less at a time.');
  requireJson(request.headers['content-type']);
  const value = parse(request.body ?? new Uint8Array());
  if (isObject(value)) return value;
  throw new TombstoneError(
    'bad-call',
    `The body is ${JSON.stringify(value)?.slice(0, 40)}; a JSON object is expected.`,
  );
}

/** Other types are what a foreign web page can send without asking the browser's leave. */
function requireJson(type: string | undefined): void {
  const [essence = ''] = (type ?? '').split(';');
  if (essence.trim().toLowerCase() === 'application/json') return;
  const seen = type === undefined ? 'The body has no Content-Type' : `The body's Content-Type is "${type}"`;
  throw new TombstoneError('bad-media-type', `${seen}. Send JSON with "Content-Type: application/json".`);
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TombstoneError('bad-call', `The body is no JSON: ${reason}. A JSON object is expected.`, { cause });
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
