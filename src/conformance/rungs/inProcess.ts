import type { Adapter } from '../adapter.js';
import { loadMessageCheck } from '../protocol/checkMessage.js';
import type { Rung } from '../rung.js';
import { aborted } from './aborted.js';
import { clientOf } from './clientOf.js';
import { fault } from './fault.js';
import { takeThroughCase } from './takeThroughCase.js';

export interface InProcessOptions {
  /** How many cases are taken at a time. Default 1: a client that computes gains nothing by more. */
  readonly concurrency?: number;
}

/** The in-process rung: a client in this process, which can do without a socket. */
export function inProcessRung(adapter: Adapter, { concurrency = 1 }: InProcessOptions = {}): Rung {
  return {
    name: 'in-process',
    client: clientOf(adapter),
    capabilities: adapter.capabilities ?? ['*'],
    concurrency,
    async run(message, { fetch, signal }) {
      const check = await loadMessageCheck();
      const answer = await Promise.race([takeThroughCase(adapter, message, { fetch, signal }, check), aborted(signal)]);
      // A client that heeds the signal ends early, too, with outcomes that are not worth judging.
      return answer && !signal.aborted ? answer : fault('It did not answer in the time a case has.');
    },
    async close() {},
  };
}
