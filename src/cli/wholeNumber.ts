import { TombstoneError } from '../errors.js';

/** Reads the value of a numeric option. @throws TombstoneError `bad-usage` */
export function wholeNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^-?\d+$/.test(text) && Number.isSafeInteger(number)) return number;
  throw new TombstoneError('bad-usage', `--${option} is "${text}"; a whole number is expected.`);
}
