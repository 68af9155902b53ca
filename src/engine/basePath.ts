import type { OpenApiDocument } from '../language/openapi.js';

/** The path of the first server, which every operation's path follows; without a trailing slash. */
export function basePath(document: OpenApiDocument): string {
  const url = document.servers?.[0]?.url ?? '';
  return url.replace(/^https?:\/\/[^/]+/, '').replace(/\/+$/, '');
}
