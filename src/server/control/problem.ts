import { STATUS_CODES } from 'node:http';
import { type ErrorCode, TombstoneError } from '../../errors.js';
import type { PlainResponse } from '../../mock/mock.js';

/** Errors about what a call names, or about who calls. All others on purpose are about its content: 400. */
const statuses: Readonly<Partial<Record<ErrorCode, number>>> = {
  'control-refused': 403,
  'unknown-call': 404,
  'unknown-provider': 404,
  'unknown-resource': 404,
  'unknown-record': 404,
  'unknown-switch': 404,
  'unknown-fault': 404,
  'unknown-sandbox': 404,
  'wrong-method': 405,
  'too-many-sandboxes': 409,
  'body-too-large': 413,
  'bad-media-type': 415,
};

/** An error as `application/problem+json` (RFC 9457) with the error's stable code; any we did not foresee is a 500. */
export function problem(error: unknown, headers: PlainResponse['headers'] = {}): PlainResponse {
  const known = error instanceof TombstoneError ? error : undefined;
  const status = known ? (statuses[known.code] ?? 400) : 500;
  const body = {
    type: 'about:blank',
    title: STATUS_CODES[status],
    status,
    detail: messageOf(error),
    code: known?.code,
  };
  return {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers },
    body: JSON.stringify(body),
  };
}

/** An error's message without the code that ours end with, which has a member of its own in a problem. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof TombstoneError ? message.replace(` [${error.code}]`, '') : message;
}
