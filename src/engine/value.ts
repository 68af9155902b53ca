import { type Expression, parseExpression, parseText } from '../language/expression.js';
import { formatInstant } from '../language/instant.js';
import type { Value } from '../language/lifecycle.js';
import { valueAt } from '../language/pointer.js';
import type { Draft } from '../store/store.js';
import type { Evaluate } from './contract.js';
import { compileGenerator } from './generate.js';
import type { LinkContext } from './linkContext.js';
import { relatedOne } from './related.js';
import type { Scope } from './scope.js';

/** Compiles a value of the language: literal, expression, text with places, list, map, `generate`, `call`, `literal`. */
export function compileValue(value: Value, context: LinkContext): Evaluate {
  if (typeof value === 'string') return compileText(value, context);
  if (value === null || typeof value !== 'object') return () => value;
  if (Array.isArray(value)) {
    const items = value.map((item: Value) => compileValue(item, context));
    return (scope) => items.map((item) => item(scope));
  }
  return compileMap(value as Readonly<Record<string, Value>>, context);
}

/** One for all records that have it: a million of them would each hold its own. */
const nothing = Object.freeze({});

function compileMap(map: Readonly<Record<string, Value>>, context: LinkContext): Evaluate {
  if ('literal' in map && Object.keys(map).length === 1) return () => map['literal'];
  if (typeof map['generate'] === 'string') return compileGenerator(map['generate'], map['per'] as string | undefined);
  if (typeof map['call'] === 'string') return compileCall(map['call'], context);
  if (Object.keys(map).length === 0) return () => nothing;
  const entries = Object.entries(map).map(([name, value]) => [name, compileValue(value, context)] as const);
  return (scope) => {
    const result: Record<string, unknown> = {};
    for (const [name, evaluate] of entries) {
      const item = evaluate(scope);
      if (item !== undefined) result[name] = item;
    }
    return result;
  };
}

function compileCall(name: string, context: LinkContext): Evaluate {
  const call = context.functions.values?.[name];
  if (!call) throw new Error(`${context.compiled.id} has no value function "${name}"`);
  return ({ input, record, surroundings }) =>
    call({ request: input, record: record?.fields, now: surroundings.now, random: surroundings.random });
}

/** A text: an expression where all of it is one, filled in where it has `{$…}` places, else itself. */
export function compileText(text: string, context: LinkContext): Evaluate {
  if (text.startsWith('$')) {
    const expression = parseExpression(text);
    if (!expression) throw new Error(`${context.compiled.id}: "${text}" is no expression`);
    return compileExpression(expression, context);
  }
  if (isFixedText(text)) return () => text;
  const parts = parseText(text).parts.map((part) =>
    typeof part === 'string' ? part : compileExpression(part, context),
  );
  return (scope) => {
    let filled = '';
    for (const part of parts) filled += typeof part === 'string' ? part : asText(part(scope));
    return filled;
  };
}

/** Is nothing looked at when this value is worked out? */
export function isFixedValue(value: Value): boolean {
  if (typeof value === 'string') return isFixedText(value);
  if (value === null || typeof value !== 'object') return true;
  if (Array.isArray(value)) return value.every(isFixedValue);
  return Object.entries(value).every(([name, item]) => name !== 'generate' && name !== 'call' && isFixedValue(item));
}

/** Is this text always itself? Then no scope is looked at when it is worked out. */
export function isFixedText(text: string): boolean {
  return !text.startsWith('$') && !text.includes('{$');
}

function asText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Compiles one parsed expression. */
export function compileExpression(expression: Expression, context: LinkContext): Evaluate {
  const { time } = context.compiled.lifecycle;
  switch (expression.from) {
    case 'request': {
      const name = expression.in === 'header' ? expression.name.toLowerCase() : expression.name;
      return ({ input }) => input[expression.in][name];
    }
    case 'body':
      return ({ input }) => valueAt(input.body, expression.pointer);
    case 'record':
      return pointInto((scope) => scope.record, expression.pointer);
    case 'related':
      return pointInto((scope) => relatedOne(scope, expression.ref).record, expression.pointer);
    case 'made':
      return pointInto(({ made }) => made?.get(expression.name), expression.pointer);
    case 'list':
      return ({ list }) => list?.[expression.item];
    case 'now':
      return ({ surroundings }) => formatInstant(surroundings.now + expression.plus, time);
    case 'switch':
      return ({ surroundings }) => surroundings.switches[expression.name];
    case 'missing':
      return (scope) => missingRecord(scope)[expression.item];
    case 'failure':
      return ({ failure }) => failure?.[expression.item];
    case 'resource':
      return ({ resource }) => resource?.label;
    case 'exchange':
      return ({ surroundings }) => surroundings.exchangeId();
  }
}

/** Follows a pointer into a record's fields; a computed field is worked out. */
function pointInto(find: (scope: Scope) => Draft | undefined, pointer: readonly string[]): Evaluate {
  const [first = ''] = pointer;
  return (scope) => {
    const record = find(scope);
    if (!record) return undefined;
    const computed = scope.contract.resources.get(record.resource)?.computed.get(first);
    if (!computed) return valueAt(record.fields, pointer);
    return valueAt(computed({ ...scope, record }), pointer.slice(1));
  };
}

/** What a "does not exist" message speaks of: the parent an operation binds to where that is absent, else the record sought. */
function missingRecord(scope: Scope): {
  readonly key: unknown;
  readonly label: string | undefined;
  readonly collection: string | undefined;
} {
  for (const { ref, key } of scope.operation?.bindings.values() ?? []) {
    if (relatedOne(scope, ref.name).word !== 'absent') continue;
    const parent = scope.contract.resources.get(ref.to);
    return { key: key(scope), label: parent?.label, collection: parent?.collection };
  }
  return { key: scope.operation?.key?.(scope), label: scope.resource?.label, collection: scope.resource?.collection };
}
