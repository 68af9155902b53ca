import { type Expression, parseExpression } from '../../language/expression.js';
import type { Value } from '../../language/lifecycle.js';

/** An expression found in a value; `expression` is missing where the text cannot be parsed. */
export interface FoundExpression {
  readonly text: string;
  readonly expression?: Expression;
}

/** The expressions in a value of the language: texts that start with `$`, and `{$…}` inside texts. */
export function expressionsIn(value: Value | undefined): FoundExpression[] {
  if (typeof value === 'string') return value.startsWith('$') ? [found(value)] : expressionsInText(value);
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap((item) => expressionsIn(item));
  // `{ literal: … }` is there to write what would else be read as an expression.
  const entries = Object.entries(value);
  return entries.length === 1 && entries[0]?.[0] === 'literal'
    ? []
    : entries.flatMap(([, item]) => expressionsIn(item));
}

/** The functions a value calls with `{ call: f }`. */
export function callsIn(value: Value | undefined): string[] {
  if (value === null || typeof value !== 'object') return [];
  if (!Array.isArray(value) && 'call' in value && typeof value['call'] === 'string') return [value['call']];
  return Object.values(value).flatMap((item: Value) => callsIn(item));
}

/** What a value generates with `{ generate: … }`. */
export function generatorsIn(value: Value | undefined): { readonly generate: string; readonly per?: string }[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value) || !('generate' in value))
    return Object.values(value).flatMap((item: Value) => generatorsIn(item));
  const { generate, per } = value as { generate: Value; per?: Value };
  return [{ generate: String(generate), ...(typeof per === 'string' ? { per } : {}) }];
}

function expressionsInText(text: string): FoundExpression[] {
  return [...text.matchAll(/\{(\$[^{}]+)\}/g)].map((match) => found(match[1] ?? ''));
}

function found(text: string): FoundExpression {
  const expression = parseExpression(text);
  return expression ? { text, expression } : { text };
}
