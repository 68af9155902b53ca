import { documentOperation } from '../language/documentOperation.js';
import type { ExampleObject, MediaTypeObject, OpenApiDocument, ParameterObject } from '../language/openapi.js';
import { resolveRef } from '../language/resolveRef.js';
import { bodyMediaType } from '../table/requestPart.js';
import type { RequestValues } from './buildRequest.js';

/** The request the document gives as its example: required parameters with their examples, and the body's first example. */
export function exampleRequest(document: OpenApiDocument, operationId: string): RequestValues {
  return exampleRequests(document, operationId)[0] ?? { path: {}, query: {}, header: {} };
}

/** The requests the document gives as examples, one for each example of a required body; at least one. */
export function exampleRequests(document: OpenApiDocument, operationId: string): readonly RequestValues[] {
  const operation = documentOperation(document, operationId);
  const values = (location: ParameterObject['in']): Record<string, unknown> =>
    Object.fromEntries(
      (operation?.parameters ?? [])
        .filter((parameter) => parameter.in === location && parameter.required)
        .map((parameter) => [parameter.name, parameterExample(document, parameter)]),
    );
  const base = { path: values('path'), query: values('query'), header: values('header') };
  const media = operation && bodyMediaType(document, operation);
  const bodies = media?.required ? mediaExamples(document, media) : [];
  return bodies.length === 0 ? [base] : bodies.map((body) => ({ ...base, body }));
}

function parameterExample(document: OpenApiDocument, parameter: ParameterObject): unknown {
  const schema = parameter.schema && resolveRef(document, parameter.schema);
  const examples = schema?.['examples'];
  return (
    parameter.example ??
    firstValue(document, parameter.examples) ??
    (Array.isArray(examples) ? examples[0] : undefined) ??
    schema?.['example'] ??
    schema?.default
  );
}

function mediaExamples(document: OpenApiDocument, media: MediaTypeObject): unknown[] {
  if (media.example !== undefined) return [media.example];
  return Object.values(media.examples ?? {}).map((example) => resolveRef(document, example).value);
}

function firstValue(document: OpenApiDocument, examples: Readonly<Record<string, ExampleObject>> | undefined): unknown {
  const first = Object.values(examples ?? {})[0];
  return first && resolveRef(document, first).value;
}
