import type { ExampleObject, MediaTypeObject, OpenApiDocument, ParameterObject } from '../language/openapi.js';
import { resolveRef } from '../language/resolveRef.js';
import { documentOperation } from '../table/documentOperation.js';
import { bodyMediaType } from '../table/requestPart.js';
import type { RequestValues } from './buildRequest.js';

/** The request the document gives as its example: required parameters with their examples, and the body's example. */
export function exampleRequest(document: OpenApiDocument, operationId: string): RequestValues {
  const operation = documentOperation(document, operationId);
  const values = (location: ParameterObject['in']): Record<string, unknown> =>
    Object.fromEntries(
      (operation?.parameters ?? [])
        .filter((parameter) => parameter.in === location && parameter.required)
        .map((parameter) => [parameter.name, parameterExample(document, parameter)]),
    );
  const media = operation && bodyMediaType(document, operation);
  const body = media?.required ? mediaExample(document, media) : undefined;
  return {
    path: values('path'),
    query: values('query'),
    header: values('header'),
    ...(body === undefined ? {} : { body }),
  };
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

function mediaExample(document: OpenApiDocument, media: MediaTypeObject): unknown {
  return media.example ?? firstValue(document, media.examples);
}

function firstValue(document: OpenApiDocument, examples: Readonly<Record<string, ExampleObject>> | undefined): unknown {
  const first = Object.values(examples ?? {})[0];
  return first && resolveRef(document, first).value;
}
