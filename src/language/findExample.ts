import { documentOperation } from './documentOperation.js';
import type { ExampleObject, MediaTypeObject, OpenApiDocument, OperationObject, ResponseObject } from './openapi.js';
import { resolveRef } from './resolveRef.js';

/** The response an operation declares for a status, `$ref` followed; `4XX` and `default` stand for those not named. */
export function findResponse(
  document: OpenApiDocument,
  operationId: string,
  status: number,
): ResponseObject | undefined {
  return responseOf(document, documentOperation(document, operationId)?.operation, status);
}

/** The same for an operation that has been found already. */
export function responseOf(
  document: OpenApiDocument,
  operation: OperationObject | undefined,
  status: number,
): ResponseObject | undefined {
  const responses = operation?.responses ?? {};
  const response = responses[String(status)] ?? responses[`${String(status)[0]}XX`] ?? responses['default'];
  return response && resolveRef(document, response);
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
