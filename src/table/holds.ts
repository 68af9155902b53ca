import type { RelatedGuard, Value, When } from '../language/lifecycle.js';
import type { Seen, Situation } from './situation.js';

/**
 * Does a guard hold in a situation? This is the meaning of guards: the engine's compiled guards must agree with it.
 * What the situation says nothing about holds for no guard.
 */
export function holds(when: When, situation: Situation): boolean {
  return (
    (when.state === undefined || (situation.state !== undefined && covers(when.state, situation.state))) &&
    every(when.related, (guard, name) => relatedHolds(guard, situation.related[name])) &&
    every(when.switch, (values, name) => values.includes(situation.switches[name] ?? '')) &&
    every(when.request, (accepted, expression) => seenHolds(accepted, situation.request[expression])) &&
    every(when.field, (accepted, pointer) => seenHolds(accepted, situation.field[pointer])) &&
    every(when.taken, (_, field) => situation.taken[field] === true) &&
    (when.call === undefined || situation.calls[when.call] === true) &&
    (when.any === undefined || when.any.some((branch) => holds(branch, situation)))
  );
}

/** Does a list of state words cover a record in that state? `present` covers every state a record can be in. */
export function covers(words: readonly string[], state: string): boolean {
  return words.includes(state) || (words.includes('present') && state !== 'absent' && state !== 'unset');
}

function relatedHolds(guard: RelatedGuard, seen: string | readonly string[] | undefined): boolean {
  if (seen === undefined) return false;
  if (typeof seen === 'string') return guard.of === 'one' && covers(guard.states, seen);
  const found = seen.some((state) => covers(guard.states, state));
  return guard.of === 'none' ? !found : found;
}

function seenHolds(accepted: readonly Value[], seen: Seen | undefined): boolean {
  if (seen === undefined) return false;
  if ('value' in seen) return accepted.some((value) => value === 'present' || same(value, seen.value));
  return accepted.includes(seen.word === 'absent' ? 'absent' : 'present');
}

/** Are two values of a contract the same JSON? */
export function same(one: Value, other: Value): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function every<T>(group: Readonly<Record<string, T>> | undefined, test: (value: T, name: string) => boolean): boolean {
  return group === undefined || Object.entries(group).every(([name, value]) => test(value, name));
}
