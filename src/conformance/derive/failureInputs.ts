import type { LoadedContract } from '../../engine/loadedContract.js';
import type { InputIssue } from '../../language/compiledContract.js';
import { pointerSegments, toPointer, valueAt } from '../../language/pointer.js';
import { resolveRef } from '../../language/resolveRef.js';
import type { RequestValues } from '../../request/buildRequest.js';
import type { WayToFail } from './failureCase.js';
import type { FailureContext } from './failureContext.js';
import { type InputPlace, inputPlaces } from './failurePlaces.js';
import { badTextValues, badValues } from './failureValues.js';
import { sampleValue } from './sampleValue.js';

/**
 * Every way to leave a required input out and to break one: at each place the document declares, once for each keyword
 * of its schema that refuses it. What a changed request breaks, and that it breaks nothing else first, the operation's
 * own validator says.
 */
export function* inputWays(context: FailureContext): Generator<WayToFail> {
  const { source, operation, declared, success } = context;
  const { request } = success.stage;
  const credentials = credentialHeaders(context);
  for (const place of inputPlaces(source.compiled.document, declared, request)) {
    if (place.in === 'header' && credentials.has(String(place.path[0]).toLowerCase())) continue;
    const broken = new Set<string>();
    for (const value of [...leftOut(place), ...candidates(source, place, request)]) {
      const values = withValue(request, place, value);
      const refusal =
        place.holds === 'jsonPart' && value === notJson
          ? contentRefusal(place)
          : refusalOf(context, place, values, value);
      const key = refusal && `${refusal.kind} ${refusal.at} ${refusal.keyword}`;
      if (!refusal || !key || broken.has(key)) continue;
      broken.add(key);
      yield { ...refusal, sends: { operation: operation.id, values } };
    }
  }
}

type Refusal = Pick<WayToFail, 'kind' | 'in' | 'at' | 'keyword'>;

const notJson = 'not JSON';

/** Without a part of its path a request finds another operation, or none. */
function leftOut({ in: location }: InputPlace): readonly undefined[] {
  return location === 'path' ? [] : [undefined];
}

function candidates({ compiled }: LoadedContract, place: InputPlace, request: RequestValues): readonly unknown[] {
  const { document } = compiled;
  const current = placedValue(request, place) ?? sampleValue(document, place.schema);
  switch (place.holds) {
    case 'form':
      return [];
    case 'json':
      return badValues(place.schema, current);
    case 'jsonPart':
      return [notJson, ...badValues(place.schema, current).filter((value) => typeof value !== 'string')];
    case 'text':
      // Given twice, a parameter that holds one value is a list.
      return [...badTextValues(place.schema, current), ...(place.in === 'query' ? [['one', 'two']] : [])];
    case 'texts': {
      const items = resolveRef(document, place.schema.items ?? {});
      const lists = badValues(place.schema, current).filter((value) => Array.isArray(value) && value.length > 0);
      return [...lists, ...badTextValues(items, sampleValue(document, items)).map((value) => [value])];
    }
  }
}

/** What the operation's validator says of the changed request; nothing where it says nothing of this place. */
function refusalOf(
  { source, operation }: FailureContext,
  place: InputPlace,
  values: RequestValues,
  value: unknown,
): Refusal | undefined {
  const validate = source.validators(operation.id);
  // Defaults are filled in while it is checked, so a copy is.
  const header = Object.fromEntries(Object.entries(values.header).map(([name, text]) => [name.toLowerCase(), text]));
  if (validate(structuredClone({ ...values, header, undeclared: {} }))) return undefined;
  const issue = decisive(validate.errors ?? []);
  const seen = issue && pointerSegments(issue.instancePath);
  if (!issue || !seen) return undefined;
  const target = [place.in, ...place.path].map((name) => (place.in === 'header' ? name.toLowerCase() : name));
  if (issue.keyword === 'required') {
    const missing = [...seen, String(issue.params['missingProperty'])];
    if (value !== undefined || toPointer(missing) !== toPointer(target)) return undefined;
    return { kind: 'missing', in: place.in, at: atOf(target), keyword: 'required' };
  }
  // The element of a list, or an object around the place, may be what is refused.
  const related = isWithin(seen, target) || (place.holds === 'texts' && isWithin(target, seen));
  if (seen.length === 0 || !related) return undefined;
  return { kind: 'invalid', in: place.in, at: atOf(seen), keyword: issue.keyword };
}

/** A part that is not JSON is refused before the body as a whole is looked at. */
function contentRefusal({ path }: InputPlace): Refusal {
  return { kind: 'invalid', in: 'body', at: toPointer(path), keyword: 'contentMediaType' };
}

/** The outermost complaint, which comes last; `if` only repeats that the branch it chose failed. */
function decisive(issues: readonly InputIssue[]): InputIssue | undefined {
  return issues.findLast(({ keyword }) => keyword !== 'if');
}

function isWithin(outer: readonly string[], inner: readonly string[]): boolean {
  return outer.every((name, index) => inner[index] === name);
}

function atOf([place, ...path]: readonly string[]): string {
  return place === 'body' ? toPointer(path) : (path[0] ?? '');
}

function placedValue(request: RequestValues, { in: location, path }: InputPlace): unknown {
  return location === 'body' ? valueAt(request.body, path) : request[location][path[0] ?? ''];
}

/** The request with another value at a place; undefined takes the place away. */
function withValue(request: RequestValues, { in: location, path }: InputPlace, value: unknown): RequestValues {
  if (location === 'body') {
    const { body: _, ...others } = request;
    const body = put(request.body, path, value);
    return body === undefined ? others : { ...others, body };
  }
  return { ...request, [location]: put(request[location], path, value) };
}

function put(root: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  if (Array.isArray(root)) return root.map((item, index) => (String(index) === name ? put(item, rest, value) : item));
  const object = (root !== null && typeof root === 'object' ? root : {}) as Readonly<Record<string, unknown>>;
  const changed = put(object[name], rest, value);
  const { [name]: _, ...others } = object;
  return changed === undefined ? others : { ...object, [name]: changed };
}

/** Headers that signing sets: what a case puts there does not stay. */
function credentialHeaders({ operation }: FailureContext): ReadonlySet<string> {
  const names = operation.security.flat().flatMap(({ authenticator, keys }) => {
    const [accessKey = '', pair] = Object.entries(keys)[0] ?? [];
    const request = { method: 'GET', target: '/', headers: {}, body: new Uint8Array() };
    return Object.keys(authenticator.sign(request, { accessKey, secret: pair?.secret ?? '' }, 0));
  });
  return new Set(names.map((name) => name.toLowerCase()));
}
