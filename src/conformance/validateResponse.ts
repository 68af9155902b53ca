import { Ajv2020 } from 'ajv/dist/2020.js';
import { documentOperation } from '../language/documentOperation.js';
import { findResponse, replyMediaType } from '../language/findExample.js';
import type { OpenApiDocument } from '../language/openapi.js';
import { pointerSegments, toPointer } from '../language/pointer.js';

/** An answer as it came over the wire. */
export interface SeenResponse {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly body: string;
}

/** Says what in an answer is not as the provider's document has it; nothing where all is. */
export type ValidateResponse = (operationId: string, response: SeenResponse) => readonly string[];

/** Checks answers against the responses a document declares: status, media type, and body by schema. */
export function createResponseValidator(document: OpenApiDocument): ValidateResponse {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema(document, 'document', true, false);
  const compiled = new Map<string, ReturnType<typeof ajv.compile>>();
  return (operationId, { status, contentType, body }) => {
    const response = findResponse(document, operationId, status);
    if (!response) return [`status ${status} is not among the operation's responses`];
    const media = replyMediaType(response);
    if (body === '') return contentType === undefined ? [] : [`a ${contentType} is announced, but there is no body`];
    if (!media || status === 204) return [`status ${status} declares no content, but a body came: ${body}`];
    const type = contentType?.split(';')[0];
    if (type !== media.type) return [`the body is ${type ?? 'of no type'}; the document says ${media.type}`];
    if (!media.schema || !media.type.includes('json')) return [];
    const place = schemaPointer(document, operationId, status, media.type);
    const check = compiled.get(place) ?? ajv.compile({ $ref: `document#${place}` });
    compiled.set(place, check);
    if (check(JSON.parse(body))) return [];
    return (check.errors ?? []).map(({ instancePath, message }) => `body${instancePath} ${message}`);
  };
}

/** Where the schema of a response's body stands in the document; the response itself may be a `$ref`. */
function schemaPointer(document: OpenApiDocument, operationId: string, status: number, mediaType: string): string {
  const operation = documentOperation(document, operationId);
  const responses = operation?.operation.responses ?? {};
  const name =
    [String(status), `${String(status)[0]}XX`, 'default'].find((key) => Object.hasOwn(responses, key)) ?? 'default';
  const ref = responses[name]?.$ref;
  const start =
    ref === undefined
      ? ['paths', operation?.path ?? '', operation?.method ?? '', 'responses', name]
      : pointerSegments(ref);
  return encodeURI(toPointer([...start, 'content', mediaType, 'schema'])).replaceAll('#', '%23');
}
