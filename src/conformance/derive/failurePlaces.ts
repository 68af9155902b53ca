import type { DocumentOperation } from '../../language/documentOperation.js';
import type { InputLocation } from '../../language/lifecycle.js';
import type { OpenApiDocument, ParameterObject, SchemaObject } from '../../language/openapi.js';
import { valueAt } from '../../language/pointer.js';
import { resolveRef } from '../../language/resolveRef.js';
import type { RequestValues } from '../../request/buildRequest.js';
import { bodyMediaType } from '../../table/requestPart.js';
import { propertyNames, schemaProperty } from '../../table/schemaProperty.js';

/** A place of a request that holds a value: where it is, and what the document says of it. */
export interface InputPlace {
  readonly in: InputLocation;
  /** A parameter's name alone; in a body the way to the value, empty for the body itself. */
  readonly path: readonly string[];
  readonly schema: SchemaObject;
  /** What can be written there: any JSON; text alone, or a list of texts; a form, or JSON inside a part of one. */
  readonly holds: 'json' | 'text' | 'texts' | 'form' | 'jsonPart';
}

/** A schema deeper than this repeats itself, or is more than a case needs. */
const deepest = 4;

/** Every place of an operation's requests that the document declares; of a list, its first element. */
export function* inputPlaces(
  document: OpenApiDocument,
  declared: DocumentOperation,
  values: RequestValues,
): Generator<InputPlace> {
  for (const parameter of declared.parameters) yield* parameterPlaces(document, parameter);
  const media = bodyMediaType(document, declared);
  if (!media) return;
  const schema = resolveRef(document, media.schema ?? {});
  if (/[/+]json\b/.test(media.type)) yield* bodyPlaces(document, schema, [], values.body);
  else if (media.type === 'multipart/form-data') yield* formPlaces(document, schema, values.body);
}

function* parameterPlaces(document: OpenApiDocument, parameter: ParameterObject): Generator<InputPlace> {
  if (parameter.in === 'cookie') return;
  const schema = resolveRef(document, parameter.schema ?? {});
  const holds = typesOf(schema).includes('array') ? 'texts' : 'text';
  yield { in: parameter.in, path: [parameter.name], schema, holds };
}

function* bodyPlaces(
  document: OpenApiDocument,
  schema: SchemaObject,
  path: readonly string[],
  value: unknown,
): Generator<InputPlace> {
  yield { in: 'body', path, schema, holds: 'json' };
  if (path.length >= deepest) return;
  const names = Array.isArray(value) ? ['0'] : propertyNames(document, schema);
  for (const name of names) {
    const property = schemaProperty(document, schema, [name]);
    if (property) yield* bodyPlaces(document, property.schema, [...path, name], valueAt(value, [name]));
  }
}

function* formPlaces(document: OpenApiDocument, schema: SchemaObject, value: unknown): Generator<InputPlace> {
  yield { in: 'body', path: [], schema, holds: 'form' };
  for (const name of propertyNames(document, schema)) {
    const part = schemaProperty(document, schema, [name])?.schema ?? {};
    if (part.contentMediaType !== 'application/json') {
      // Whether a list of parts is one part or many is not for a case to find out.
      if (!typesOf(part).includes('array')) yield { in: 'body', path: [name], schema: part, holds: 'text' };
      continue;
    }
    yield { in: 'body', path: [name], schema: part, holds: 'jsonPart' };
    const held = resolveRef(document, part.contentSchema ?? {});
    for (const place of bodyPlaces(document, held, [name], valueAt(value, [name]))) {
      if (place.path.length > 1) yield place;
    }
  }
}

function typesOf({ type }: SchemaObject): readonly string[] {
  return [type ?? []].flat();
}
