import { readDuration } from '../clock.js';
import { bad, checkKeys, isObject, isWhole, show } from './shape.js';

const bodyKeys = ['body', 'html', 'empty'];

/** What says more about an answer in place of the operation's. */
export const statusKeys: readonly string[] = ['retryAfter', ...bodyKeys];

/** Statuses that never have a body (RFC 9110, 15.3.5, 15.3.6 and 15.4.5). */
const bodiless: readonly unknown[] = [204, 205, 304];

/** Checks the part of a fault that is about a status. @throws TombstoneError `bad-fault`, `bad-duration` */
export function checkStatusFault(fault: Readonly<Record<string, unknown>>): void {
  const { status, retryAfter, html, empty } = fault;
  const given = statusKeys.filter((key) => fault[key] !== undefined);
  if (status === undefined) {
    if (given.length > 0) throw bad(`fault has ${given.join(' and ')} without a status; add "status".`);
    return;
  }
  // An answer below 200 is none: the client goes on waiting.
  if (!isWhole(status, 200, 599)) throw bad(`status is ${show(status)}; expected a whole number from 200 to 599.`);
  checkRetryAfter(retryAfter);
  for (const [key, value] of Object.entries({ html, empty }))
    if (value !== undefined && value !== true) throw bad(`${key} is ${show(value)}; expected true.`);
  const bodies = bodyKeys.filter((key) => fault[key] !== undefined);
  if (bodies.length > 1) throw bad(`fault has ${bodies.join(' and ')}; expected one of them.`);
  if (bodiless.includes(status) && empty === undefined && bodies.length > 0)
    throw bad(`An answer with status ${status} has no body; remove ${bodies.join(' and ')}.`);
}

function checkRetryAfter(retryAfter: unknown): void {
  if (retryAfter === undefined || isWhole(retryAfter, 0)) return;
  const expected = 'expected whole seconds, or {"date":"10s"} for a date that far ahead';
  if (!isObject(retryAfter)) throw bad(`retryAfter is ${show(retryAfter)}; ${expected}.`);
  checkKeys(retryAfter, ['date'], 'retryAfter');
  const { date } = retryAfter;
  if (typeof date !== 'string' && typeof date !== 'number')
    throw bad(`retryAfter is ${show(retryAfter)}; ${expected}.`);
  readDuration(date);
}
