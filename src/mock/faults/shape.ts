import { didYouMean, TombstoneError } from '../../errors.js';

/** A fault that is not one. */
export function bad(message: string): TombstoneError {
  return new TombstoneError('bad-fault', message);
}

/** A value as an error shows it. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isWhole(value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

/** A misspelt key would quietly mean something else. @throws TombstoneError `bad-fault` */
export function checkKeys(value: Readonly<Record<string, unknown>>, known: readonly string[], what: string): void {
  const strange = Object.keys(value).find((key) => !known.includes(key));
  if (strange === undefined) return;
  throw bad(`${what} has no "${strange}".${didYouMean(strange, known)} Known: ${known.join(', ')}.`);
}
