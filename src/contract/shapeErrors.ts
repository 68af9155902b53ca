import type { ErrorObject } from 'ajv';
import { didYouMean } from '../errors.js';

interface Described {
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/**
 * Says in plain words what a value should have been.
 *
 * @param at where, as a path inside the whole.
 * @param name what the whole is called
 */
export function describeShapeError(error: ErrorObject, at: readonly string[], seen: unknown, name: string): string {
  const where = at.length === 0 ? name : at.join('.');
  const expected = (error.parentSchema ?? {}) as Described;
  const describe = describers[error.keyword] ?? describeOther;
  return describe({
    where,
    error,
    seen,
    title: expected.title ?? 'another value',
    known: Object.keys(expected.properties ?? {}),
    // A schema without keys of its own is one side of an "either, or"; its description says which.
    advice: expected.properties || expected.description === undefined ? '' : ` ${expected.description}`,
  });
}

interface Facts {
  readonly where: string;
  readonly error: ErrorObject;
  readonly seen: unknown;
  readonly title: string;
  readonly known: readonly string[];
  readonly advice: string;
}

const describers: Readonly<Record<string, (facts: Facts) => string>> = {
  additionalProperties: ({ where, error, title, known }) => {
    const key = String(error.params['additionalProperty']);
    return `Unknown key "${key}" (${where}); ${title} knows ${known.join(', ')}.${didYouMean(key, known)}`;
  },
  required: ({ where, error, advice }) =>
    `The key "${String(error.params['missingProperty'])}" is missing (${where}).${advice}`,
  'false schema': ({ where }) =>
    `"${where.split('.').at(-1)}" cannot be given together with what else stands here (${where}).`,
  enum: ({ where, error, seen, title }) => {
    const allowed = (error.params['allowedValues'] as unknown[]).map(String);
    return `Expected ${title}: ${allowed.join(', ')}; found ${show(seen)} (${where}).${didYouMean(String(seen), allowed)}`;
  },
  const: ({ where, error, seen, title }) =>
    `Expected ${title} ${show(error.params['allowedValue'])}; found ${show(seen)} (${where}).`,
  pattern: ({ where, error, seen, title }) =>
    `Expected ${title}; found ${show(error.propertyName ?? seen)} (${where}).`,
  uniqueItems: ({ where, error, seen }) =>
    `${show((seen as unknown[])[error.params['i'] as number])} stands here twice; once is enough (${where}).`,
};

function describeOther({ where, seen, title }: Facts): string {
  return `Expected ${title}; found ${show(seen)} (${where}).`;
}

function show(seen: unknown): string {
  if (seen === null) return 'nothing';
  if (Array.isArray(seen)) return seen.length === 0 ? 'an empty list' : 'a list';
  if (typeof seen === 'object')
    return Object.keys(seen).length === 0 ? 'an empty map' : `a map with ${Object.keys(seen).join(', ')}`;
  return JSON.stringify(seen);
}
