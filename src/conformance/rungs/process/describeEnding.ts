import { clip } from './clip.js';
import type { Ending } from './startGroup.js';

/** `ended with status 3`, `was ended by SIGSEGV`. */
export function describeEnding({ status, signal }: Pick<Ending, 'status' | 'signal'>): string {
  return signal === null ? `ended with status ${status}` : `was ended by ${signal}`;
}

/** Where a stack trace says it went through, and what else says nothing of the cause. */
const noCause = /^\s+at |^\s*\^+\s*$|^Node\.js v/;

/** A sentence that shows the end of what a program printed to standard error; empty where it printed nothing. */
export function lastWords(stderr: string, lines = 5): string {
  const printed = stderr.split('\n').filter((line) => line.trim() !== '' && !noCause.test(line));
  if (printed.length === 0) return '';
  const end = printed.slice(-lines).map((line) => `\n  ${clip(line.trimEnd())}`);
  return ` Its standard error ${printed.length > lines ? 'ends with' : 'says'}:${end.join('')}`;
}
