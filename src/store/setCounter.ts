import type { Write } from './store.js';

/** Carries out a write of a counter; one that is back at 0 is not kept. */
export function setCounter(counters: Map<string, number>, { counter, value }: Extract<Write, { do: 'count' }>): void {
  if (value === 0) counters.delete(counter);
  else counters.set(counter, value);
}
