import type { Exchange } from '../mock/mock.js';
import { type AnswerLike, findExchange } from '../msw/explain.js';
import { liveProviders } from '../msw/liveProviders.js';
import { currentScope } from './testScope.js';

/** What was asked and answered, and what explains it. */
export interface KnownExchange {
  readonly exchange: Exchange | undefined;
  readonly explain: (() => string) | undefined;
}

/** The exchange behind what a test holds: the last of a mocked provider, or the one with an answer. */
export function knownExchange(received: unknown): KnownExchange {
  const providers = liveProviders();
  const asked = providers.find((provider) => provider === received);
  if (asked) {
    const exchange = asked.exchange();
    return { exchange, explain: exchange && (() => asked.explain(exchange)) };
  }
  const answer = answerOf(received);
  const own = new Set(currentScope()?.values());
  const ownFirst = [...own, ...providers.filter((provider) => !own.has(provider))];
  for (const provider of ownFirst) {
    const exchange = findExchange(provider.journal.list(), answer, true);
    if (exchange) return { exchange, explain: () => provider.explain(exchange) };
  }
  return { exchange: undefined, explain: undefined };
}

/** The answer itself, or the one an error of a client holds. */
export function answerOf(received: unknown): AnswerLike {
  if (typeof received !== 'object' || received === null) return {};
  if ('response' in received) return answerOf(received.response);
  if ('rawResponse' in received) return answerOf(received.rawResponse);
  return received;
}
