import { didYouMean, TombstoneError } from '../errors.js';
import type { SchemaObject } from '../language/openapi.js';
import type { Argument, ArgumentValue } from './argument.js';
import { type RequestPlace, type RequestPlan, requestPlaces } from './requestPlan.js';

/** Values of a request by where they go, read as their schemas say. */
export type PlacedValues = Readonly<Record<RequestPlace, Readonly<Record<string, unknown>>>>;

/**
 * Finds out where each argument goes: a path, query or header parameter or a property of the body of that name, in this
 * order. `query.name`, `body.name` and so on say it, and may name what the document does not declare. A name given more
 * than once makes a list.
 *
 * @throws TombstoneError `bad-usage`, with the nearest name
 */
export function placeArguments(plan: RequestPlan, given: readonly Argument[], operation: string): PlacedValues {
  const placed: Record<RequestPlace, Record<string, unknown>> = { path: {}, query: {}, header: {}, body: {} };
  for (const argument of given) {
    const { place, name } = findPlace(plan, argument.name, operation);
    if (place === 'body' && !plan.body)
      throw new TombstoneError('bad-usage', `${operation} takes no body, so there is no place for ${argument.name}.`);
    const schema = plan.declared[place][name];
    const value = readValue(argument.value, place === 'body' ? schema : undefined, name);
    const before = placed[place][name];
    const isList = 'text' in argument.value && (before !== undefined || (place === 'body' && isArray(schema)));
    placed[place][name] = isList ? [before ?? [], value].flat() : value;
  }
  return placed;
}

function findPlace(
  { declared }: RequestPlan,
  name: string,
  operation: string,
): { readonly place: RequestPlace; readonly name: string } {
  for (const place of requestPlaces) {
    const known = Object.keys(declared[place]);
    const match = known.find((one) => one === name || (place === 'header' && sameHeader(one, name)));
    if (match !== undefined) return { place, name: match };
  }
  const said = /^(path|query|header|body)\.(.+)$/.exec(name);
  if (said) return { place: said[1] as RequestPlace, name: said[2] ?? '' };
  const names = requestPlaces.flatMap((place) => Object.keys(declared[place]));
  throw new TombstoneError(
    'bad-usage',
    `${operation} takes no "${name}".${didYouMean(name, names)} It takes ${names.join(', ') || 'nothing'}; ` +
      `query.${name}=… or body.${name}=… sends it all the same.`,
  );
}

function sameHeader(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** A text as the property's schema takes it; of a list, one item. Parameters are texts on the wire anyway. */
function readValue(value: ArgumentValue, schema: SchemaObject | undefined, name: string): unknown {
  if ('json' in value) return value.json;
  const { text } = value;
  const types = typesOf(isArray(schema) ? schema?.items : schema);
  if (types.length === 0 || types.includes('string')) return text;
  if (types.includes('null') && text === 'null') return null;
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  const isNumber = types.includes('number') || types.includes('integer');
  if (isNumber && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
  throw new TombstoneError(
    'bad-usage',
    `${name} is "${text}"; the body takes ${types.join(' or ')} there. ${name}:=<JSON> sends something else.`,
  );
}

function isArray(schema: SchemaObject | undefined): boolean {
  return typesOf(schema).includes('array');
}

function typesOf(schema: SchemaObject | undefined): readonly string[] {
  return [schema?.type ?? []].flat();
}
