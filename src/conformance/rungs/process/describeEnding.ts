import { clip } from './clip.js';
import type { Ending } from './startGroup.js';

/** `ended with status 3`, `was ended by SIGSEGV`. */
export function describeEnding({ status, signal }: Ending): string {
  return signal === null ? `ended with status ${status}` : `was ended by ${signal}`;
}

/** A sentence that shows the end of what a program printed to standard error; empty where it printed nothing. */
export function lastWords(stderr: string, lines = 8): string {
  const printed = stderr.split('\n').filter((line) => line.trim() !== '');
  if (printed.length === 0) return '';
  const end = printed.slice(-lines).map((line) => `\n  ${clip(line.trimEnd())}`);
  return ` Its standard error ${printed.length > lines ? 'ends with' : 'says'}:${end.join('')}`;
}
