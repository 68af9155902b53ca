import { type DocumentOperation, documentOperation } from '../language/documentOperation.js';
import { parseExpression } from '../language/expression.js';
import type { Value } from '../language/lifecycle.js';
import type {
  MediaTypeObject,
  OpenApiDocument,
  ParameterObject,
  RequestBodyObject,
  SchemaObject,
} from '../language/openapi.js';
import { resolveRef } from '../language/resolveRef.js';
import { schemaProperty } from './schemaProperty.js';

/** What the document says of a place in a request. */
export interface RequestPart {
  readonly schema: SchemaObject;
  /** Is there always a value, because it is required or has a default? */
  readonly certain: boolean;
}

/** Finds the schema an expression like `$request.query.force` or `$request.body#/name` is read by; undefined where none is declared. */
export function requestPart(
  document: OpenApiDocument,
  operationId: string,
  expression: string,
): RequestPart | undefined {
  const operation = documentOperation(document, operationId);
  const parsed = parseExpression(expression);
  if (!operation || !parsed) return undefined;
  if (parsed.from === 'request') return parameterPart(document, operation.parameters, parsed.in, parsed.name);
  if (parsed.from === 'body') return bodyPart(document, operation, parsed.pointer);
  return undefined;
}

/** The request body's media type that rules read: JSON where there is one. */
export function bodyMediaType(
  document: OpenApiDocument,
  operation: DocumentOperation,
): (MediaTypeObject & { readonly type: string; readonly required: boolean }) | undefined {
  if (!operation.operation.requestBody) return undefined;
  const body: RequestBodyObject = resolveRef(
    document,
    operation.operation.requestBody as RequestBodyObject & { $ref?: string },
  );
  const types = Object.entries(body.content ?? {});
  const chosen = types.find(([type]) => /[/+]json\b/.test(type)) ?? types[0];
  return chosen && { ...chosen[1], type: chosen[0], required: body.required === true };
}

/** The values a schema leaves a choice of, where that choice is closed: an enum, a constant, true or false. */
export function closedValues(schema: SchemaObject): readonly Value[] | undefined {
  const orNull: Value[] = Array.isArray(schema.type) && schema.type.includes('null') ? [null] : [];
  if (schema.const !== undefined) return [schema.const as Value];
  if (schema.enum) return schema.enum as readonly Value[];
  const types = [schema.type ?? []].flat().filter((type) => type !== 'null');
  return types.length === 1 && types[0] === 'boolean' ? [false, true, ...orNull] : undefined;
}

function parameterPart(
  document: OpenApiDocument,
  parameters: readonly ParameterObject[],
  place: string,
  name: string,
): RequestPart | undefined {
  const sameName = (one: string) => (place === 'header' ? one.toLowerCase() === name.toLowerCase() : one === name);
  const parameter = parameters.find((known) => known.in === place && sameName(known.name));
  if (parameter) {
    const schema = resolveRef(document, parameter.schema ?? {});
    return { schema, certain: parameter.required === true || schema.default !== undefined };
  }
  // `duration[gte]` may be one member of a parameter `duration` that is written in brackets.
  const bracketed = /^(.+)\[([^\]]+)\]$/.exec(name);
  const whole = bracketed && parameters.find((known) => known.in === place && known.name === bracketed[1]);
  const member = whole && schemaProperty(document, whole.schema ?? {}, [bracketed[2] ?? '']);
  return member ? { schema: member.schema, certain: false } : undefined;
}

function bodyPart(
  document: OpenApiDocument,
  operation: DocumentOperation,
  pointer: readonly string[],
): RequestPart | undefined {
  const media = bodyMediaType(document, operation);
  const property = media?.schema && schemaProperty(document, media.schema, pointer);
  if (!media || !property) return undefined;
  // A default is filled in only where what holds it was sent.
  const filled = pointer.length === 1 && property.schema.default !== undefined;
  return { schema: property.schema, certain: media.required && (property.required || filled) };
}
