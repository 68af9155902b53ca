import type { SchemaObject } from '../language/openapi.js';

/** The id under which the document is added to ajv; refs in an input schema start with it. */
export const documentId = 'document';

/** Keywords whose value is data, not a schema. */
const data = ['enum', 'const', 'default', 'example', 'examples'];

/** A copy of a schema whose internal `$ref`s (`#/…`) lead into the document. */
export function rebaseRefs(schema: SchemaObject): SchemaObject {
  return rebase(schema, false) as SchemaObject;
}

/** @param names are the keys of this map names that the author chose (below `properties`), not keywords? */
function rebase(node: unknown, names: boolean): unknown {
  if (Array.isArray(node)) return node.map((item) => rebase(item, false));
  if (node === null || typeof node !== 'object') return node;
  const entries = Object.entries(node).map(([key, value]) => {
    if (!names && key === '$ref' && typeof value === 'string' && value.startsWith('#'))
      return [key, `${documentId}${value}`];
    if (!names && data.includes(key)) return [key, value];
    return [key, rebase(value, !names && (key === 'properties' || key === 'patternProperties' || key === '$defs'))];
  });
  return Object.fromEntries(entries);
}
