import type { DocumentOperation } from '../language/documentOperation.js';
import type { OpenApiDocument, ParameterObject, SchemaObject } from '../language/openapi.js';
import { resolveRef } from '../language/resolveRef.js';
import { bodySchema } from './bodySchema.js';
import { rebaseRefs } from './rebaseRefs.js';

/** Header fields that OpenAPI gives a meaning of their own; a parameter of that name is ignored. */
const notParameters = ['accept', 'content-type', 'authorization'];

/**
 * The JSON Schema of one operation's input: `{ path, query, header, body }`, header names in lower case.
 *
 * `$ref`s lead to `document#/components/…`: whoever compiles it adds the document under the id `document`.
 * Additional properties are allowed everywhere the document does not forbid them.
 */
export function inputSchema(document: OpenApiDocument, { operation, parameters }: DocumentOperation): SchemaObject {
  const body = bodySchema(document, operation);
  return {
    type: 'object',
    properties: {
      path: groupSchema(document, parameters, 'path'),
      query: groupSchema(document, parameters, 'query'),
      header: groupSchema(document, parameters, 'header'),
      ...(body && { body: body.schema }),
    },
    required: ['path', 'query', 'header', ...(body?.required ? ['body'] : [])],
  };
}

function groupSchema(
  document: OpenApiDocument,
  parameters: readonly ParameterObject[],
  place: ParameterObject['in'],
): SchemaObject {
  const group = parameters.filter(
    (parameter) => parameter.in === place && !(place === 'header' && notParameters.includes(nameOf(parameter))),
  );
  const required = group.filter((parameter) => parameter.required || place === 'path').map(nameOf);
  return {
    type: 'object',
    properties: Object.fromEntries(group.map((parameter) => [nameOf(parameter), parameterSchema(document, parameter)])),
    ...(required.length > 0 && { required }),
  };
}

function parameterSchema(document: OpenApiDocument, parameter: ParameterObject): SchemaObject {
  const content = parameter['content' as keyof ParameterObject] as
    | Readonly<Record<string, { schema?: SchemaObject }>>
    | undefined;
  const schema = parameter.schema ?? Object.values(content ?? {})[0]?.schema ?? {};
  // ajv fills in a default only where it stands in the property itself, not behind a $ref.
  const value =
    schema.$ref === undefined || schema.default !== undefined ? undefined : resolveRef(document, schema).default;
  return { ...rebaseRefs(schema), ...(value !== undefined && { default: value }) };
}

function nameOf(parameter: ParameterObject): string {
  return parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name;
}
