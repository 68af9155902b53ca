import type { Exchange } from '../../mock/mock.js';
import type { Case } from '../case.js';

/**
 * Says which step each exchange belongs to; the client is never asked. Steps come in order, and each is given a call of its
 * own where there are enough: only a call that no later step needs is a second try, or a look, of the step at hand. A call
 * that no operation has is taken for the one of the first step that would have none.
 */
export function attribute<One extends Exchange>(
  { provider, steps }: Pick<Case, 'provider' | 'steps'>,
  exchanges: readonly One[],
): readonly (readonly One[])[] {
  const operations = steps.map(({ operation }) => `${provider}/${operation}`);
  const found: One[][] = steps.map(() => []);
  const strays = new Set<One>();
  let current = 0;
  for (const [position, exchange] of exchanges.entries()) {
    const coming = exchanges.slice(position).map(({ operation }) => operation);
    const due = operations.slice(current + 1);
    const next = due.indexOf(exchange.operation ?? '');
    if (exchange.operation === undefined) place(exchange, coming);
    else if (next !== -1 && movesOn(exchange, { coming, due, next })) current += next + 1;
    found[current]?.push(exchange);
  }
  return found;

  /** The calls that are the step's, right or wrong. */
  function ownCalls(): readonly One[] {
    const operation = operations[current];
    const isOwn = (earlier: One) => earlier.operation === operation || earlier.operation === undefined;
    return (found[current] ?? []).filter((earlier) => isOwn(earlier) && !strays.has(earlier));
  }

  function place(exchange: One, coming: Ahead['coming']): void {
    const step = ownCalls().length === 0 ? current : current + 1;
    const later = operations.slice(step);
    const isMissing = count(coming, later[0]) < count(later, later[0]);
    if (isMissing) current = step;
    else strays.add(exchange);
  }

  function movesOn({ operation }: One, { coming, due, next }: Ahead): boolean {
    const own = ownCalls();
    const skipped = [...(own.length === 0 ? [operations[current]] : []), ...due.slice(0, next)];
    if (skipped.some((one) => coming.includes(one))) return false;
    if (own.length === 0) return true;
    const open = !own.some(isFinal) || (operation === operations[current] && steps[current]?.until !== undefined);
    // A step that waits may take any number of calls, so none of them is to spare.
    return !open || steps[current + 1 + next]?.until !== undefined || count(coming, operation) <= count(due, operation);
  }
}

/** The operations of the calls from one on, those of the steps after the one at hand, and which of these has its operation. */
interface Ahead {
  readonly coming: readonly (string | undefined)[];
  readonly due: readonly string[];
  readonly next: number;
}

function count(operations: readonly (string | undefined)[], wanted: string | undefined): number {
  return operations.filter((operation) => operation === wanted).length;
}

/** An answer after which nothing is to be tried again: it came whole, and neither throttles nor blames the server. */
export function isFinal({ response, fault }: Exchange): boolean {
  if (fault !== undefined && !('status' in fault) && !isOnlyLate(fault)) return false;
  return response.status !== 0 && response.status !== 429 && response.status < 500;
}

function isOnlyLate(fault: NonNullable<Exchange['fault']>): boolean {
  return !('reset' in fault) && !('truncate' in fault) && !('loseResponse' in fault);
}
