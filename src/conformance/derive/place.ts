import { parseExpression } from '../../language/expression.js';
import { valueAt } from '../../language/pointer.js';
import type { RequestValues } from '../../request/buildRequest.js';

type Settable = { -readonly [Part in keyof RequestValues]: RequestValues[Part] };

/** The request with a value at the place an expression names; undefined takes it away. Other expressions change nothing. */
export function placeInRequest(request: RequestValues, text: string, value: unknown): RequestValues {
  const expression = parseExpression(text);
  const changed: Settable = { ...request };
  if (expression?.from === 'request')
    changed[expression.in] = withEntry(request[expression.in], expression.name, value);
  if (expression?.from === 'body') changed.body = withPointer(request.body, expression.pointer, value);
  return changed;
}

/** What a request holds at the place an expression names. */
export function readFromRequest(request: RequestValues, text: string): unknown {
  const expression = parseExpression(text);
  if (expression?.from === 'request') return request[expression.in][expression.name];
  return expression?.from === 'body' ? valueAt(request.body, expression.pointer) : undefined;
}

function withEntry(values: Readonly<Record<string, unknown>>, name: string, value: unknown): Record<string, unknown> {
  const { [name]: _, ...others } = values;
  return value === undefined ? others : { ...others, [name]: value };
}

/** A copy of `root` with a value at a pointer; objects on the way are made where they are missing. */
export function withPointer(root: unknown, [first, ...rest]: readonly string[], value: unknown): unknown {
  if (first === undefined) return value;
  const object =
    root !== null && typeof root === 'object' && !Array.isArray(root) ? (root as Record<string, unknown>) : {};
  return withEntry(object, first, rest.length === 0 ? value : withPointer(object[first], rest, value));
}
