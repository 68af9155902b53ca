/** JSON Pointer (RFC 6901): its segments, and the value it names. */

/** Splits `/a~1b/0` (or a `#/…` fragment) into unescaped segments. */
export function pointerSegments(pointer: string): string[] {
  const text = pointer.startsWith('#') ? decodeURIComponent(pointer.slice(1)) : pointer;
  if (text === '') return [];
  return text
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Joins segments into a pointer, escaping `~` and `/`. */
export function toPointer(segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The value at `segments` inside `root`, or undefined where the path leads nowhere. */
export function valueAt(root: unknown, segments: readonly (string | number)[]): unknown {
  let value = root;
  for (const segment of segments) {
    if (value === null || typeof value !== 'object') return undefined;
    // An array's own `length` is no element of it.
    if (!Object.hasOwn(value, segment) || (segment === 'length' && Array.isArray(value))) return undefined;
    value = (value as Record<string | number, unknown>)[segment];
  }
  return value;
}
