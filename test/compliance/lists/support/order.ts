import { expect } from 'vitest';

/** Items come in the order of this value; of those that share it, nothing is said. */
export function expectOrder<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | number,
  order: 'asc' | 'desc',
): void {
  const values = items.map(keyOf);
  const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  expect(values).toEqual(order === 'asc' ? sorted : sorted.reverse());
}
