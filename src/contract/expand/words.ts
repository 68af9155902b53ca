import type { OneOrMore, Word } from '../written.js';

/** One value or a list of them, as a list. */
export function listOf<T>(written: OneOrMore<T>): readonly T[] {
  return Array.isArray(written) ? (written as readonly T[]) : [written as T];
}

/** The same for names, which YAML may have read as numbers or truth values: `[400, 409]`. */
export function wordsOf(written: OneOrMore<Word>): readonly string[] {
  return listOf(written).map(String);
}

/** A copy of a map with every value changed. */
export function mapValues<T, R>(
  map: Readonly<Record<string, T>> | undefined,
  change: (value: T, key: string) => R,
): Record<string, R> {
  return Object.fromEntries(Object.entries(map ?? {}).map(([key, value]) => [key, change(value, key)]));
}
