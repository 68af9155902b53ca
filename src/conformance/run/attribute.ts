import type { Exchange } from '../../mock/mock.js';
import type { Case } from '../case.js';

/**
 * Says which step each exchange belongs to; the client is never asked. Steps come in order: an exchange goes on with the
 * step at hand unless it is the next one's operation and the step at hand has its answer.
 */
export function attribute<One extends Exchange>(
  { provider, steps }: Pick<Case, 'provider' | 'steps'>,
  exchanges: readonly One[],
): readonly (readonly One[])[] {
  const found: One[][] = steps.map(() => []);
  let current = 0;
  for (const exchange of exchanges) {
    const is = (index: number) => exchange.operation === `${provider}/${steps[index]?.operation}`;
    const own = found[current] ?? [];
    const goesOn = is(current) && (steps[current]?.until !== undefined || !own.some(isFinal));
    if (!goesOn) {
      const next = steps.findIndex((_, index) => index > current && is(index));
      if (next !== -1) current = next;
    }
    found[current]?.push(exchange);
  }
  return found;
}

/** An answer after which nothing is to be tried again: it came whole, and neither throttles nor blames the server. */
export function isFinal({ response, fault }: Exchange): boolean {
  if (fault !== undefined && !('status' in fault) && !isOnlyLate(fault)) return false;
  return response.status !== 0 && response.status !== 429 && response.status < 500;
}

function isOnlyLate(fault: NonNullable<Exchange['fault']>): boolean {
  return !('reset' in fault) && !('truncate' in fault) && !('loseResponse' in fault);
}
