/** Has what came at least what was foreseen? Lists have to be as long as foreseen. */
export function matches(foreseen: unknown, seen: unknown): boolean {
  if (foreseen === null || typeof foreseen !== 'object') return Object.is(foreseen, seen);
  if (seen === null || typeof seen !== 'object') return false;
  if (Array.isArray(foreseen) && (!Array.isArray(seen) || seen.length !== foreseen.length)) return false;
  return Object.entries(foreseen).every(
    ([name, value]) => value === undefined || matches(value, (seen as Record<string, unknown>)[name]),
  );
}
