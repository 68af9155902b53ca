import type { Lifecycle, RelatedGuard, Value, When } from '../language/lifecycle.js';
import { describeExpression, describeValue } from './describeValue.js';
import { orList, spaced } from './words.js';

/** What a guard is about: the contract's lifecycle, and the resource its table is for. */
export interface Subject {
  readonly lifecycle: Lifecycle;
  readonly resource?: string;
}

/** A guard in plain English; empty where there is none. */
export function describeWhen(when: When, subject: Subject): string {
  const atoms = atomsOf(when, subject);
  const any = when.any?.map((one) => describeWhen(one, subject)) ?? [];
  if (any.length === 0) return atoms.join(', and ');
  const either = any.join(', or ');
  return atoms.length === 0 ? either : `${atoms.join(', and ')}, and (${either})`;
}

function atomsOf(when: When, subject: Subject): string[] {
  const thing = spaced(subject.resource ?? 'record');
  return [
    ...(when.state ? [describeStates(`the ${thing}`, when.state)] : []),
    ...each(when.related, (guard, name) => describeRelated(name, guard)),
    ...each(when.request, (values, expression) => describeSeen(describeExpression(expression), values)),
    ...each(when.field, (values, pointer) => describeSeen(`its ${pointer}`, values)),
    ...each(
      when.taken,
      (expression, field) => `another ${thing} has the ${field} of ${describeExpression(expression)}`,
    ),
    ...describeSwitches(when.switch),
    ...(when.call === undefined ? [] : [`the function ${when.call} says so`]),
  ];
}

/** The settings of switches a guard asks for, in words. */
export function describeSwitches(switches: When['switch']): string[] {
  return each(switches, (values, name) => `switch ${name} is ${orList(values)}`);
}

/** `the task does not exist`, `the task is WAITING or FAILED`. */
function describeStates(thing: string, states: readonly string[]): string {
  const words: Readonly<Record<string, string>> = {
    absent: 'does not exist',
    present: 'exists',
    unset: 'is not given',
  };
  const existence = states.flatMap((state) => words[state] ?? []);
  const named = states.filter((state) => !(state in words));
  const parts = [...existence, ...(named.length === 0 ? [] : [`is ${orList(named)}`])];
  return `${thing} ${parts.join(' or ')}`;
}

function describeRelated(name: string, { of, states }: RelatedGuard): string {
  const things = `its ${spaced(name)}`;
  if (of === 'one') return describeStates(things, states);
  const any = states.includes('present');
  if (any) return of === 'some' ? `it has ${spaced(name)}` : `it has no ${spaced(name)}`;
  return of === 'some' ? `one of ${things} is ${orList(states)}` : `none of ${things} is ${orList(states)}`;
}

function describeSeen(what: string, values: readonly Value[]): string {
  const words = values.map((value) => {
    if (value === 'present') return 'given';
    return value === 'absent' ? 'not given' : describeValue(value);
  });
  return `${what} is ${orList(words)}`;
}

function each<T>(map: Readonly<Record<string, T>> | undefined, say: (value: T, name: string) => string): string[] {
  return Object.entries(map ?? {}).map(([name, value]) => say(value, name));
}
