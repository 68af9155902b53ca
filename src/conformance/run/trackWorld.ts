import type { Exchange, Mock } from '../../mock/mock.js';
import type { Subject, Trigger } from '../case.js';
import { steadyBody } from './steadyBody.js';

/** An exchange, when it was, and which of the watched records there were once it had had its effect. */
export interface TrackedExchange extends Exchange {
  /** Milliseconds on a clock that only goes forward. */
  readonly moment: number;
  readonly exists: readonly boolean[];
}

/** What happens in a sandbox while a client works. */
export interface Track {
  readonly exchanges: readonly TrackedExchange[];
  readonly stop: () => void;
}

/** Does a sandbox hold that record? */
export function holdsRecord(mock: Mock, provider: string, { resource, key }: Subject): boolean {
  return mock.records.get({ provider, resource, key }) !== undefined;
}

/** Follows a sandbox: notes each exchange, and does what the case has happen meanwhile. */
export function trackWorld(
  mock: Mock,
  provider: string,
  watched: readonly (Subject | undefined)[],
  meanwhile: readonly Trigger[],
): Track {
  const exchanges: TrackedExchange[] = [];
  const calls = new Map<string, number>();
  const stop = mock.journal.subscribe((exchange) => {
    const exists = watched.map((subject) => subject !== undefined && holdsRecord(mock, provider, subject));
    exchanges.push({ ...exchange, response: steadyBody(exchange), moment: performance.now(), exists });
    const operation = exchange.operation?.slice(provider.length + 1) ?? '';
    const nth = (calls.get(operation) ?? 0) + 1;
    calls.set(operation, nth);
    for (const trigger of meanwhile) {
      if (trigger.after.operation === operation && trigger.after.nth === nth) pull(mock, provider, trigger);
    }
  });
  return { exchanges, stop };
}

function pull(mock: Mock, provider: string, { effect }: Trigger): void {
  if ('advance' in effect) mock.clock.advance(effect.advance);
  else if ('put' in effect) {
    const { resource, key, fields } = effect.put;
    mock.records.put({ provider, resource, key }, fields);
  } else mock.records.remove({ provider, ...effect.remove });
}
