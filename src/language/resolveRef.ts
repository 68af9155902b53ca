import type { OpenApiDocument } from './openapi.js';
import { pointerSegments, valueAt } from './pointer.js';

/**
 * Follows internal `$ref`s until something without one is found. Validation has proved them resolvable before,
 * so a dangling one is a defect of ours.
 */
export function resolveRef<T extends { readonly $ref?: string }>(document: OpenApiDocument, node: T): T {
  let current = node;
  for (let hops = 0; current.$ref !== undefined; hops += 1) {
    const target = valueAt(document, pointerSegments(current.$ref));
    if (target === undefined || hops > 32) throw new Error(`$ref ${current.$ref} leads nowhere`);
    current = target as T;
  }
  return current;
}
