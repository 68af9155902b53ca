import type { ReplyParts } from '../../engine/contract.js';
import type { Refusal } from '../../engine/refuse.js';
import type { Failure } from '../../engine/scope.js';
import type { ExchangeFacts } from '../journal.js';
import type { StatusFault, Strike } from './fault.js';
import { gatewayPage } from './gatewayPage.js';
import { retryAfterText } from './retryAfterText.js';

/** What is answered without reaching the operation, and what the journal says of it. */
export interface InPlace {
  readonly reply: ReplyParts;
  readonly facts: Pick<ExchangeFacts, 'rule' | 'explanation'>;
}

/** Statuses the provider's dialect has words for: what an operation fails with, whichever it is. */
const dialect: Readonly<Record<number, Failure['kind']>> = { 429: 'throttled', 500: 'internal' };

/**
 * What a fault that comes before the operation puts in its place; undefined where the operation is reached.
 *
 * @param refuse answers a failure in the provider's dialect; undefined where it does not refuse it
 */
export function answerInPlace(
  strike: Strike,
  wallTime: number,
  refuse: (failure: Failure) => Refusal | undefined,
): InPlace | undefined {
  const explanation = `The operation was not reached: ${strike.ids.join(', ')} came before it.`;
  if ('reset' in strike && strike.reset === 'before')
    return { reply: { status: 0, headers: {} }, facts: { explanation } };
  if (!('status' in strike)) return undefined;
  const { status, retryAfter } = strike;
  const seconds = retryAfter === undefined ? undefined : retryAfterText(retryAfter, wallTime);
  const kind = choosesBody(strike) ? undefined : dialect[status];
  const failure = seconds === undefined ? {} : { retryAfter: seconds };
  const refusal = kind && refuse({ kind, explanation, ...failure });
  const reply = refusal?.reply ?? ownReply(strike);
  return {
    reply: seconds === undefined ? reply : { ...reply, headers: withRetryAfter(reply.headers, seconds) },
    facts: refusal ? { rule: refusal.rule, explanation } : { explanation },
  };
}

function choosesBody({ body, html, empty }: StatusFault): boolean {
  return body !== undefined || html === true || empty === true;
}

function ownReply({ status, body, html }: StatusFault): ReplyParts {
  if (html) return { status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: gatewayPage(status) };
  if (body === undefined) return { status, headers: {} };
  if (typeof body === 'string') return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body };
  return { status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

/** A dialect may have put it into a header already, or only into its words. */
function withRetryAfter(headers: ReplyParts['headers'], value: string): ReplyParts['headers'] {
  const there = Object.keys(headers).some((name) => name.toLowerCase() === 'retry-after');
  return there ? headers : { ...headers, 'Retry-After': value };
}
