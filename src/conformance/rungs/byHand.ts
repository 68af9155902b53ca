import type { RunMessage } from '../protocol/messages.js';
import type { CasePlace, Rung } from '../rung.js';

/**
 * No adapter at all: a person makes the calls, under a debugger or with curl. What the client told anybody is not seen,
 * so only traffic and state are judged.
 *
 * @param hold shows where the case takes place, and waits until the person is done
 */
export function byHand(hold: (message: RunMessage, place: CasePlace) => Promise<void>): Rung {
  return {
    name: 'session',
    client: { name: 'by hand' },
    capabilities: ['*'],
    concurrency: 1,
    async run(message, place) {
      await hold(message, place);
      return { type: 'result', outcomes: [] };
    },
    async close() {},
  };
}
