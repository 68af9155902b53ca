import { printable } from '../report/printable.js';

/** A text from outside in one line, cut where it is longer than `length` characters. */
export function oneLine(text: string, length = Number.POSITIVE_INFINITY): string {
  // Cut first: a body may be large, and only its beginning is shown.
  const start = length === Number.POSITIVE_INFINITY ? text : text.slice(0, length * 2);
  const line = printable(start)
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll('\t', ' ');
  const whole = [...line];
  return whole.length > length || start.length < text.length ? `${whole.slice(0, length - 1).join('')}…` : line;
}
