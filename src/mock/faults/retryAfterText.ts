import { readDuration } from '../clock.js';
import type { RetryAfter } from './fault.js';

/** The value of `Retry-After`: seconds, or an HTTP-date. */
export function retryAfterText(retryAfter: RetryAfter, wallTime: number): string {
  if (typeof retryAfter === 'number') return String(retryAfter);
  // A date has whole seconds; rounded down, it would tell the client to come too early.
  const date = Math.ceil((wallTime + readDuration(retryAfter.date)) / 1000) * 1000;
  return new Date(date).toUTCString();
}
