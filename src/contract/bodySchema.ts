import type { OpenApiDocument, OperationObject, SchemaObject } from '../language/openapi.js';
import { resolveRef } from '../language/resolveRef.js';
import { rebaseRefs } from './rebaseRefs.js';

/** The schema of an operation's body; undefined where it takes none. Several media types: any of theirs. */
export function bodySchema(
  document: OpenApiDocument,
  operation: OperationObject,
): { readonly schema: SchemaObject; readonly required: boolean } | undefined {
  if (!operation.requestBody) return undefined;
  const { content = {}, required = false } = resolveRef(document, operation.requestBody);
  const schemas = Object.entries(content).map(([type, media]) => {
    const schema = media.schema ?? {};
    return rebaseRefs(type.startsWith('multipart/') ? partsSchema(document, schema) : schema);
  });
  const [only = {}, ...others] = schemas;
  // A single schema stands as it is, because defaults are not filled in below `anyOf`.
  return { schema: others.length === 0 ? only : { anyOf: schemas }, required };
}

/** A multipart body as it looks once its parts are read: JSON parts parsed, files as `{ filename, type, size }`. */
function partsSchema(document: OpenApiDocument, schema: SchemaObject): SchemaObject {
  const { properties, allOf, ...rest } = resolveRef(document, schema);
  return {
    ...rest,
    ...(allOf && { allOf: allOf.map((member) => partsSchema(document, member)) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, part]) => [name, partSchema(document, part)]),
      ),
    }),
  };
}

function partSchema(document: OpenApiDocument, written: SchemaObject): SchemaObject {
  const part = resolveRef(document, written);
  if (part.contentMediaType === 'application/json' && part.contentSchema) return part.contentSchema;
  if (isFile(part)) return { type: 'object' };
  if (part.type === 'array' && part.items) return { ...part, items: partSchema(document, part.items) };
  return written;
}

/** Both ways to write a file: 3.0's `format: binary`, and 3.1's media type without an encoding. */
function isFile(part: SchemaObject): boolean {
  if (part.format === 'binary') return true;
  const media = part.contentMediaType;
  return media !== undefined && part['contentEncoding'] === undefined && !/^(text\/|application\/json)/.test(media);
}
