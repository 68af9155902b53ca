import type { HttpHandler } from 'msw';
import { TombstoneError } from '../errors.js';

interface Taken {
  readonly handler: HttpHandler;
  readonly pattern: RegExp;
}

/** The handlers that msw has taken since a list was last spread, in this turn: those of one `setupServer(...)`. */
let together: readonly Taken[] = [];

/**
 * The handlers of a mocked provider, as a list that is to be spread. msw asks the first handler that matches, so of two
 * sandboxes at the same URLs the second would never answer; the list refuses to be put into one server with such another.
 *
 * The same list twice does no harm: msw keeps it once.
 */
export function createHandlerList(provider: string, pattern: RegExp, handler: HttpHandler): readonly HttpHandler[] {
  const { kind } = handler;
  // Its kind is what msw asks of each handler it is given; nothing else is told when it takes one. Not enumerable, so
  // that printing and comparing do not ask.
  Object.defineProperty(handler, 'kind', {
    enumerable: false,
    get() {
      take({ handler, pattern }, provider);
      return kind;
    },
  });
  const list = [handler];
  Object.defineProperty(list, Symbol.iterator, {
    value: () => {
      together = [];
      return [handler][Symbol.iterator]();
    },
  });
  return list;
}

function take(taken: Taken, provider: string): void {
  if (together.length === 0) queueMicrotask(forget);
  const same = ({ handler, pattern }: Taken) => handler !== taken.handler && pattern.source === taken.pattern.source;
  const rival = together.some(same);
  together = rival ? [] : [...together, taken];
  if (!rival) return;
  const message = `One msw server was given two mocks of ${provider}, and msw asks the first handler that matches: the second would never answer. Give it the handlers of one; to try two, make a server for each, or give each a baseUrl of its own.`;
  throw new TombstoneError('handlers-twice', message);
}

function forget(): void {
  together = [];
}
