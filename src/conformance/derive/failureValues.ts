import type { SchemaObject } from '../../language/openapi.js';

/** Texts and lists longer than this are not worth sending. */
const longest = 10_000;

const ofEveryType: readonly unknown[] = [true, 'text', 7, [], {}, null];

/**
 * Values that a schema may well refuse, each for a reason of its own: bounds overstepped by one, words it does not list,
 * other types. Which of them it does refuse, and why, is for a validator to say.
 *
 * @param current a value that fits, where there is one: long texts are made by lengthening it, so that a pattern still fits
 */
export function badValues(schema: SchemaObject, current: unknown): readonly unknown[] {
  return [...badNumbers(schema), ...badTexts(schema, current), ...badLists(schema, current), ...ofEveryType];
}

/** The same for a place that can only hold text: a parameter, or a part of a form. */
export function badTextValues(schema: SchemaObject, current: unknown): readonly unknown[] {
  return [...badNumbers(schema), ...badTexts(schema, current), 'text'].filter((value) => value !== '');
}

function badNumbers({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: SchemaObject): readonly number[] {
  const bounds: readonly unknown[] = [
    minimum === undefined ? undefined : minimum - 1,
    maximum === undefined ? undefined : maximum + 1,
    exclusiveMinimum,
    exclusiveMaximum,
  ];
  return bounds.filter((bound) => typeof bound === 'number');
}

function badTexts(schema: SchemaObject, current: unknown): readonly string[] {
  const [shortest, most] = [Number(schema['minLength'] ?? 0), Number(schema['maxLength'] ?? longest)];
  const text = typeof current === 'string' && current !== '' ? current : 'x';
  return [
    ...(shortest > 0 ? [text.slice(0, 1).repeat(shortest - 1)] : []),
    ...(most < longest ? [text.padEnd(most + 1, text.slice(-1))] : []),
    'no such word',
    '!',
    '§',
  ];
}

function badLists(schema: SchemaObject, current: unknown): readonly (readonly unknown[])[] {
  const [fewest, most] = [Number(schema['minItems'] ?? 0), Number(schema['maxItems'] ?? longest)];
  const item: unknown = Array.isArray(current) ? current[0] : 'x';
  return [
    ...(fewest > 0 ? [Array<unknown>(fewest - 1).fill(item)] : []),
    ...(most < longest ? [Array<unknown>(most + 1).fill(item)] : []),
  ];
}
