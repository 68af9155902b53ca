import type { Exchange } from '../../mock/mock.js';
import type { Outcome } from '../protocol/messages.js';
import type { StepEvidence } from './evidence.js';

/** `DELETE /v1/tasks/7, then GET /v1/tasks/7`, or `nothing`. */
export function listed(exchanges: readonly Exchange[]): string {
  return exchanges.map(({ request }) => `${request.method} ${request.target}`).join(', then ') || 'nothing';
}

/** `"refused"`, or what else a client said. */
export function saidBy(outcome: Outcome | undefined): string {
  if (outcome === undefined) return 'nothing';
  return outcome.outcome === undefined ? 'success' : `"${outcome.outcome}"`;
}

/** `"deleted" or "absent"` */
export function either(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(' or ');
}

/** `The server answered 400 {"error_code":"MPC.10213"…}` */
export function answerIn({ answer: last }: StepEvidence): string {
  if (!last) return 'The server was never asked';
  if (last.response.status === 0) return 'The connection ended without an answer';
  const { status, body } = last.response;
  return `The server answered ${status} ${body === undefined ? 'without a body' : clip(body)}`;
}

function clip(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 200)}…`;
}

/** `transcodingTask 107211` */
export function nameOf({ resource, key }: NonNullable<StepEvidence['subject']>): string {
  return `${resource} ${key}`;
}
