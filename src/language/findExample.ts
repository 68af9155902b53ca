import type { ExampleObject, MediaTypeObject, OpenApiDocument, ResponseObject } from '../language/openapi.js';
import { resolveRef } from '../language/resolveRef.js';
import { documentOperation } from './documentOperation.js';

/** The response an operation declares for a status, `$ref` followed; `4XX` and `default` stand for those not named. */
export function findResponse(
  document: OpenApiDocument,
  operationId: string,
  status: number,
): ResponseObject | undefined {
  const responses = documentOperation(document, operationId)?.operation.responses ?? {};
  const response = responses[String(status)] ?? responses[`${String(status)[0]}XX`] ?? responses['default'];
  return response && resolveRef(document, response as ResponseObject & { $ref?: string });
}

/** The media type replies are written in: the response's first. */
export function replyMediaType(
  response: ResponseObject | undefined,
): (MediaTypeObject & { readonly type: string }) | undefined {
  const [first] = Object.entries(response?.content ?? {});
  return first && { ...first[1], type: first[0] };
}

/**
 * The example of that name: under the operation's response of that status, else under `components.examples`. A failure
 * that belongs to no operation has only the latter.
 */
export function findExample(
  document: OpenApiDocument,
  operationId: string | undefined,
  status: number,
  name: string,
): ExampleObject | undefined {
  const response = operationId === undefined ? undefined : findResponse(document, operationId, status);
  const example = replyMediaType(response)?.examples?.[name] ?? document.components?.examples?.[name];
  return example && resolveRef(document, example);
}
