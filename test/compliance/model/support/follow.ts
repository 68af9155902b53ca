import assert from 'node:assert/strict';

/**
 * Documentation gives the order of states, never how long each lasts. So after time has passed the model asks how far a
 * record came, and insists that it only went forward.
 */
export function follow<State>(order: readonly State[], before: State, after: State, long: boolean): State {
  const from = order.indexOf(before);
  const to = order.indexOf(after);
  assert.ok(to >= from, `${before} → ${after} is not forward in ${order.join(' → ')}`);
  if (long) assert.equal(after, order.at(-1), 'a day is enough to finish');
  return after;
}
