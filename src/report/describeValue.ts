import { type Expression, parseExpression } from '../language/expression.js';
import type { Value } from '../language/lifecycle.js';

/** An expression of the lifecycle language in words: `$request.query.task_id` is `query parameter task_id`. */
export function describeExpression(text: string): string {
  const expression = parseExpression(text);
  return expression ? say(expression, text) : JSON.stringify(text);
}

/** A value of a rule in words. */
export function describeValue(value: Value): string {
  if (typeof value === 'string') return value.startsWith('$') ? describeExpression(value) : JSON.stringify(value);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return JSON.stringify(value);
  const map = value as Readonly<Record<string, Value>>;
  const { literal, generate, call } = map;
  if (literal !== undefined) return JSON.stringify(literal);
  if (generate !== undefined) return 'a new id';
  if (call !== undefined) return `what the function ${String(call)} works out`;
  return JSON.stringify(map);
}

const requestParts = { path: 'path parameter', query: 'query parameter', header: 'header' } as const;

function say(expression: Expression, text: string): string {
  switch (expression.from) {
    case 'request':
      return `${requestParts[expression.in]} ${expression.name}`;
    case 'body':
      return expression.pointer.length === 0 ? 'the body' : `body property ${expression.pointer.join('/')}`;
    case 'record':
      return expression.pointer.length === 0 ? 'the record' : `its own ${expression.pointer.join('/')}`;
    case 'related':
      return `${expression.pointer.join('/')} of its ${expression.ref}`;
    case 'made':
      return `${expression.pointer.join('/')} of the new ${expression.name}`;
    case 'now':
      return expression.plus === 0 ? 'the time' : `the time and ${text.slice('$now+'.length)}`;
    case 'switch':
      return `the value of switch ${expression.name}`;
    default:
      return text;
  }
}
