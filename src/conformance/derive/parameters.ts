import { type DocumentOperation, documentOperation } from '../../language/documentOperation.js';
import type { OpenApiDocument } from '../../language/openapi.js';
import type { RequestValues } from '../../request/buildRequest.js';
import type { Json } from '../protocol/messages.js';

/** The parameters of a request by name alone, as a client is told them. No contract gives two parameters of one operation one name. */
export function flatParameters({ path, query, header }: RequestValues): Readonly<Record<string, Json>> {
  const all = { ...header, ...query, ...path } as Readonly<Record<string, Json | undefined>>;
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, Json] => entry[1] !== undefined && entry[1] !== null),
  );
}

/**
 * The way back: puts parameters where the document declares them. What it does not declare goes into the query.
 *
 * @throws RangeError where the document has no such operation
 */
export function placeParameters(
  document: OpenApiDocument,
  operationId: string,
  parameters: Readonly<Record<string, unknown>>,
  body?: unknown,
): RequestValues {
  const operation = documentOperation(document, operationId);
  if (!operation) throw new RangeError(`the document has no operation "${operationId}"`);
  const placed = { path: {}, query: {}, header: {} } as Record<'path' | 'query' | 'header', Record<string, unknown>>;
  for (const [name, value] of Object.entries(parameters)) placed[placeOf(operation, name)][name] = value;
  return { ...placed, ...(body === undefined ? {} : { body }) };
}

function placeOf({ parameters }: DocumentOperation, name: string): 'path' | 'query' | 'header' {
  const declared = parameters.find((parameter) => parameter.name === name)?.in;
  return declared === 'path' || declared === 'header' ? declared : 'query';
}
