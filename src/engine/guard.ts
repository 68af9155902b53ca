import { parseExpression } from '../language/expression.js';
import type { RelatedGuard, Value, When } from '../language/lifecycle.js';
import { pointerSegments } from '../language/pointer.js';
import type { Holds, LinkedResource } from './contract.js';
import type { LinkContext } from './linkContext.js';
import { relatedMany, relatedOne, stateWord } from './related.js';
import type { Scope } from './scope.js';
import { compileStateTest } from './stateTest.js';
import { compileExpression } from './value.js';

const always: Holds = () => true;

/** Compiles a guard: every atom that is there must hold; an empty one always does. */
export function compileGuard(when: When, resource: LinkedResource | undefined, context: LinkContext): Holds {
  const atoms: Holds[] = [
    ...(when.state ? [stateGuard(when.state, resource)] : []),
    ...each(when.switch, (name, values) => switchGuard(name, values)),
    ...each(when.request, (expression, values) => requestGuard(expression, values, context)),
    ...each(when.field, (pointer, values) => fieldGuard(pointer, values, resource)),
    ...each(when.related, relatedGuard),
    ...each(when.taken, (field, expression) => takenGuard(field, expression, context)),
    ...(when.call === undefined ? [] : [callGuard(when.call, context)]),
    ...(when.any ? [anyGuard(when.any.map((branch) => compileGuard(branch, resource, context)))] : []),
  ];
  if (atoms.length === 0) return always;
  const [only] = atoms;
  return atoms.length === 1 && only ? only : everyGuard(atoms);
}

function each<T>(atoms: Readonly<Record<string, T>> | undefined, compile: (name: string, value: T) => Holds): Holds[] {
  return Object.entries(atoms ?? {}).map(([name, value]) => compile(name, value));
}

function everyGuard(atoms: readonly Holds[]): Holds {
  return (scope) => {
    for (const atom of atoms) if (!atom(scope)) return false;
    return true;
  };
}

function anyGuard(branches: readonly Holds[]): Holds {
  return (scope) => branches.some((branch) => branch(scope));
}

function stateGuard(states: readonly string[], resource: LinkedResource | undefined): Holds {
  const { absent, present } = compileStateTest(states, resource?.state);
  const field = resource?.state?.field ?? '';
  return ({ record }) => (record ? present(record.fields[field]) : absent);
}

function switchGuard(name: string, values: readonly string[]): Holds {
  const [only] = values;
  if (values.length === 1) return ({ surroundings }) => (surroundings.switches[name] ?? '') === only;
  return ({ surroundings }) => values.includes(surroundings.switches[name] ?? '');
}

function requestGuard(text: string, values: readonly Value[], context: LinkContext): Holds {
  const expression = parseExpression(text);
  if (!expression) throw new Error(`${context.compiled.id}: "${text}" is no expression`);
  const evaluate = compileExpression(expression, context);
  return (scope) => accepts(values, evaluate(scope));
}

/** `present` and `absent` are words here; every other value is compared as it is. */
function accepts(values: readonly Value[], actual: unknown): boolean {
  return values.some((value) => {
    if (value === 'present') return actual !== undefined;
    if (value === 'absent') return actual === undefined;
    return value === actual;
  });
}

function fieldGuard(pointer: string, values: readonly Value[], resource: LinkedResource | undefined): Holds {
  const segments = pointerSegments(`/${pointer}`);
  const computed = resource?.computed.get(segments[0] ?? '');
  return (scope) => {
    let value: unknown = computed ? computed(scope) : scope.record?.fields[segments[0] ?? ''];
    for (const segment of segments.slice(1)) {
      value = value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[segment] : undefined;
    }
    return accepts(values, value);
  };
}

function relatedGuard(name: string, guard: RelatedGuard): Holds {
  const { states } = guard;
  if (guard.of === 'one') return (scope) => matches(states, relatedOne(scope, name).word);
  const some = (scope: Scope) => {
    const records = scope.record ? relatedMany(scope, scope.record, name) : [];
    return records.some((record) => matches(states, stateWord(scope.contract.resources.get(record.resource), record)));
  };
  return guard.of === 'some' ? some : (scope) => !some(scope);
}

function matches(states: readonly string[], word: string): boolean {
  return states.includes(word) || (states.includes('present') && word !== 'absent' && word !== 'unset');
}

function takenGuard(field: string, text: string, context: LinkContext): Holds {
  const expression = parseExpression(text);
  if (!expression) throw new Error(`${context.compiled.id}: "${text}" is no expression`);
  const evaluate = compileExpression(expression, context);
  return (scope) => {
    const value = evaluate(scope);
    if (value === undefined || !scope.resource) return false;
    const others = scope.transaction.having(scope.resource.name, scope.partition, field, value);
    return others.some((other) => other.key !== scope.record?.key);
  };
}

function callGuard(name: string, context: LinkContext): Holds {
  const guard = context.functions.guards?.[name];
  if (!guard) throw new Error(`${context.compiled.id} has no guard function "${name}"`);
  return ({ input, record, surroundings }) =>
    guard.holds({ request: input, record: record?.fields, now: surroundings.now, random: surroundings.random });
}
