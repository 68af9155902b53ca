import { combine, type Seen, type Situation } from './situation.js';

/**
 * A situation in words: `state is "done", depot is absent, switch unknownParcel is "refuse"`. `states` are the own states
 * it stands for, where there are several.
 */
export function describe(situation: Situation, states: readonly string[] = []): string {
  const own = situation.state === undefined ? [] : [...new Set([situation.state, ...states])];
  const said = [
    ...(own.length === 0 ? [] : [`state is ${own.map(quoted).join(' or ')}`]),
    ...each(situation.related, (seen, name) =>
      typeof seen === 'string' ? `${name} is ${quoted(seen)}` : describeMany(name, seen),
    ),
    ...each(situation.switches, (value, name) => `switch ${name} is "${value}"`),
    ...each(situation.request, (seen, expression) => `${expression} is ${describeSeen(seen)}`),
    ...each(situation.field, (seen, pointer) => `field ${pointer} is ${describeSeen(seen)}`),
    ...each(situation.taken, (yes, field) => `${field} is ${yes ? '' : 'not '}taken`),
    ...each(situation.calls, (yes, name) => `${name} ${yes ? 'holds' : 'does not hold'}`),
  ];
  return said.length === 0 ? 'anything is the case' : said.join(', ');
}

/**
 * The first of some situations without what makes no difference: a part is left out where every situation of `all`
 * that agrees in the other parts is among them.
 */
export function essence(some: readonly Situation[], all: readonly Situation[]): Situation | undefined {
  const among = new Set(some.map((one) => JSON.stringify(one)));
  let [left] = some;
  if (left === undefined) return undefined;
  for (const leave of parts(left)) {
    const less: Situation = leave(left);
    if (all.every((one) => !agrees(less, one) || among.has(JSON.stringify(one)))) left = less;
  }
  return left;
}

function agrees(partial: Situation, whole: Situation): boolean {
  return JSON.stringify(combine(whole, partial)) === JSON.stringify(whole);
}

type Leave = (situation: Situation) => Situation;

function parts(situation: Situation): Leave[] {
  const groups = ['calls', 'taken', 'field', 'request', 'switches', 'related'] as const;
  const inGroups = groups.flatMap((group) =>
    Object.keys(situation[group]).map(
      (name): Leave =>
        (one) => ({ ...one, [group]: without<unknown>(one[group], name) }),
    ),
  );
  const withoutState: Leave = ({ state: _, ...others }) => others;
  return [...inGroups, withoutState];
}

function without<T>(group: Readonly<Record<string, T>>, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(group).filter(([known]) => known !== name));
}

function each<T>(group: Readonly<Record<string, T>>, say: (value: T, name: string) => string): string[] {
  return Object.entries(group).map(([name, value]) => say(value, name));
}

function describeMany(name: string, states: readonly string[]): string {
  return states.length === 0 ? `there are no ${name}` : `there are ${name} in ${states.map(quoted).join(' and ')}`;
}

function describeSeen(seen: Seen): string {
  if ('value' in seen) return JSON.stringify(seen.value);
  return seen.word === 'absent' ? 'absent' : 'something else';
}

function quoted(word: string): string {
  return word === 'absent' || word === 'present' || word === 'unset' ? word : `"${word}"`;
}
