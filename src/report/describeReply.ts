import type { Reply, Value } from '../language/lifecycle.js';
import type { MediaTypeObject, OpenApiDocument, OperationObject, SchemaObject } from '../language/openapi.js';
import { resolveRef } from '../language/resolveRef.js';
import type { ExplainedAnswer } from './explainedRule.js';

const bodiless = new Set([204, 304]);

/** What a row answers: in words, and with the example it sends. `record` is what a success without example shows. */
export function describeReply(
  reply: Reply,
  document: OpenApiDocument,
  operation: OperationObject | undefined,
  record: string | undefined,
): ExplainedAnswer {
  const { status, example, headers } = reply;
  const body = example === undefined ? undefined : findExample(example, status, document, operation);
  return {
    status,
    text: `${status} ${content(reply, document, operation, record)}`,
    ...(example === undefined ? {} : { example }),
    ...(body === undefined ? {} : { body }),
    ...(Object.keys(headers).length === 0 ? {} : { headers }),
  };
}

function content(
  { status, example, body }: Reply,
  document: OpenApiDocument,
  operation: OperationObject | undefined,
  record: string | undefined,
): string {
  if (bodiless.has(status)) return 'without content';
  if (example !== undefined) return example;
  if (body !== undefined) return `with ${bodyWords(body)}`;
  const schema = status < 300 ? mediaType(status, document, operation)?.schema : undefined;
  return schema ? `with ${shownOf(schema, document, record)}` : 'without content';
}

/** A success is shaped by its schema: one that declares few properties shows no more than these. */
function shownOf(schema: SchemaObject, document: OpenApiDocument, record: string | undefined): string {
  const names = propertyNames(schema, document);
  if (names.length === 0) return 'an empty object';
  return names.length <= 3 || record === undefined ? names.join(', ') : record;
}

function propertyNames(schema: SchemaObject, document: OpenApiDocument): string[] {
  const { properties, allOf = [] } = resolveRef(document, schema);
  return [...Object.keys(properties ?? {}), ...allOf.flatMap((part) => propertyNames(part, document))];
}

function mediaType(
  status: number,
  document: OpenApiDocument,
  operation: OperationObject | undefined,
): MediaTypeObject | undefined {
  const response = operation?.responses?.[String(status)];
  return Object.values((response && resolveRef(document, response).content) ?? {})[0];
}

function bodyWords(body: Value): string {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return 'a body';
  if ('call' in body) return `what the function ${String(body['call'])} works out`;
  return Object.keys(body).join(', ');
}

function findExample(
  name: string,
  status: number,
  document: OpenApiDocument,
  operation: OperationObject | undefined,
): unknown {
  const example = mediaType(status, document, operation)?.examples?.[name] ?? document.components?.examples?.[name];
  return example && resolveRef(document, example).value;
}
