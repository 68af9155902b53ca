import type { errorTable } from './errorTable.js';
import type { Place } from './language/lifecycle.js';

/** A stable code of the error table; see docs/errors.md. */
export type ErrorCode = keyof typeof errorTable;

/** Every error this package throws on purpose: what was seen, what was expected, what to do. */
export class TombstoneError extends Error {
  override readonly name = 'TombstoneError';
  readonly code: ErrorCode;
  /** Where in a contract or fixture file, if it is about one. */
  readonly place?: Place;

  constructor(code: ErrorCode, message: string, options: { readonly place?: Place; readonly cause?: unknown } = {}) {
    const where = options.place ? `${options.place.file}:${options.place.line}:${options.place.column}: ` : '';
    super(`${where}${message} [${code}]`, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    if (options.place) this.place = options.place;
  }
}

/** The known name nearest to what was typed, as a hint for a message; empty where nothing is near. */
export function didYouMean(seen: string, known: readonly string[]): string {
  const best = known
    .map((name) => ({ name, distance: editDistance(seen.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)[0];
  return best && best.distance <= Math.max(2, seen.length / 2) ? ` Did you mean "${best.name}"?` : '';
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      current.push(
        Math.min((current[column - 1] ?? 0) + 1, (previous[column] ?? 0) + 1, (previous[column - 1] ?? 0) + cost),
      );
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
