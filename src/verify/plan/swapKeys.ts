/** A value with keys in place of others, wherever they stand in it. */
export function swapKeys(value: unknown, keys: ReadonlyMap<string | number, string | number>): unknown {
  if (typeof value === 'string' || typeof value === 'number') return keys.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => swapKeys(item, keys));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, swapKeys(held, keys)]));
}
