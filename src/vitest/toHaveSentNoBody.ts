import type { Exchange } from '../mock/mock.js';
import { knownExchange } from './knownExchange.js';
import { paragraphs, type Verdict } from './verdict.js';

/** Had the request no body? See `TombstoneMatchers`. */
export function toHaveSentNoBody(received: unknown): Verdict {
  const { exchange, explain } = knownExchange(received);
  if (!exchange)
    return { pass: false, message: () => 'Expected a request without a body; the client sent none at all.' };
  const pass = exchange.request.body === undefined;
  const expected = pass ? 'Expected the request to have a body.' : 'Expected the request to have no body.';
  return { pass, message: () => paragraphs(expected, bodyOf(exchange), explain?.()) };
}

function bodyOf({ request: { body } }: Exchange): string | undefined {
  return body === undefined ? undefined : `It sent ${body.length} characters: ${body}`;
}
