import { expect } from 'vitest';

/**
 * Documentation gives the order of states, never how long each lasts. So after time has passed the model asks how far a
 * record came, and insists that it only went forward.
 */
export function follow<State>(order: readonly State[], before: State, after: State, long: boolean): State {
  const from = order.indexOf(before);
  const to = order.indexOf(after);
  expect(to, `${before} → ${after} is not forward in ${order.join(' → ')}`).toBeGreaterThanOrEqual(from);
  if (long) expect(after, 'a day is enough to finish').toBe(order.at(-1));
  return after;
}
