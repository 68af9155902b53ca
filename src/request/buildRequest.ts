import { basePath } from '../engine/basePath.js';
import { type DocumentOperation, documentOperation } from '../language/documentOperation.js';
import type { OpenApiDocument, ParameterObject } from '../language/openapi.js';
import { bodyMediaType } from '../table/requestPart.js';
import { encodeForm } from './encodeForm.js';

/** The values of one request, by where they go. Undefined ones are left out. */
export interface RequestValues {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly header: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** A request before it is signed or sent. */
export interface BuiltRequest {
  readonly method: string;
  /** Origin form: base path, path and query, encoded. */
  readonly target: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Writes a request for an operation the way its document says: path and query encoded by style, body by media type. */
export function buildRequest(document: OpenApiDocument, operationId: string, values: RequestValues): BuiltRequest {
  const operation = documentOperation(document, operationId);
  if (!operation) throw new RangeError(`the document has no operation "${operationId}"`);
  const path = operation.path.replaceAll(/\{([^{}]+)\}/g, (_, name: string) =>
    encodeURIComponent(asText(values.path[name])),
  );
  const query = queryPairs(operation.parameters, values.query);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(values.header)) {
    if (value !== undefined) headers[name.toLowerCase()] = asText(value);
  }
  const body = encodeBody(document, operation, values.body);
  if (body.contentType !== undefined) headers['content-type'] ??= body.contentType;
  const target = basePath(document) + path + (query.length > 0 ? `?${query.join('&')}` : '');
  return { method: operation.method.toUpperCase(), target, headers, body: body.bytes };
}

function queryPairs(parameters: readonly ParameterObject[], query: RequestValues['query']): string[] {
  return Object.entries(query).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const parameter = parameters.find((known) => known.in === 'query' && known.name === name);
    const items = Array.isArray(value) ? value : [value];
    const repeats = parameter?.explode ?? (parameter?.style ?? 'form') === 'form';
    const texts = repeats ? items.map(asText) : [items.map(asText).join(',')];
    return texts.map((text) => `${encodeURIComponent(name)}=${encodeURIComponent(text)}`);
  });
}

function asText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

interface EncodedBody {
  readonly bytes: Uint8Array;
  readonly contentType?: string;
}

function encodeBody(document: OpenApiDocument, operation: DocumentOperation, body: unknown): EncodedBody {
  const media = body === undefined ? undefined : bodyMediaType(document, operation);
  if (!media) return { bytes: new Uint8Array() };
  if (media.type === 'multipart/form-data') return encodeForm(body as Readonly<Record<string, unknown>>);
  return { bytes: new TextEncoder().encode(JSON.stringify(body)), contentType: media.type };
}
