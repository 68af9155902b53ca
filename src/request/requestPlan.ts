import type { DocumentOperation } from '../language/documentOperation.js';
import type { OpenApiDocument, ParameterObject, SchemaObject } from '../language/openapi.js';
import { resolveRef } from '../language/resolveRef.js';
import { bodyMediaType } from '../table/requestPart.js';

export const requestPlaces = ['path', 'query', 'header', 'body'] as const;
export type RequestPlace = (typeof requestPlaces)[number];

/** What an operation takes: name → schema, by where it goes. */
export interface RequestPlan {
  readonly declared: Readonly<Record<RequestPlace, Readonly<Record<string, SchemaObject>>>>;
  /** None where it takes no body. */
  readonly body?: { readonly mediaType: string; readonly required: boolean };
}

/** Collects the parameters of an operation and the properties of its body. */
export function requestPlan(document: OpenApiDocument, operation: DocumentOperation): RequestPlan {
  const media = bodyMediaType(document, operation);
  const schemasIn = (place: ParameterObject['in']) =>
    Object.fromEntries(
      operation.parameters
        .filter((parameter) => parameter.in === place)
        .map(({ name, schema }) => [name, resolveRef(document, schema ?? {})]),
    );
  return {
    declared: {
      path: schemasIn('path'),
      query: schemasIn('query'),
      header: schemasIn('header'),
      body: media?.schema ? propertiesOf(document, media.schema) : {},
    },
    ...(media ? { body: { mediaType: media.type, required: media.required } } : {}),
  };
}

function propertiesOf(document: OpenApiDocument, schema: SchemaObject): Record<string, SchemaObject> {
  const { properties = {}, allOf = [], anyOf = [], oneOf = [] } = resolveRef(document, schema);
  const found: Record<string, SchemaObject> = {};
  for (const part of [...allOf, ...anyOf, ...oneOf]) Object.assign(found, propertiesOf(document, part));
  for (const [name, property] of Object.entries(properties)) found[name] = resolveRef(document, property);
  return found;
}
