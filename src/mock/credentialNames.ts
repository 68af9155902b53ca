import type { OpenApiDocument } from '../language/openapi.js';
import { resolveRef } from '../language/resolveRef.js';

/** The headers and query parameters that carry a document's keys, by the names it gives them. */
export function credentialNames(document: OpenApiDocument): readonly string[] {
  return Object.values(document.components?.securitySchemes ?? {}).flatMap((declared) => {
    const { type, name } = resolveRef(document, declared);
    return type === 'apiKey' && name !== undefined ? [name] : [];
  });
}
