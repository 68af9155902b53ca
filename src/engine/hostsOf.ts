import type { OpenApiDocument } from '../language/openapi.js';

/** The hosts of a document's servers, their variables left in: `mpc.{region}.myhuaweicloud.com`. */
export function hostsOf({ servers = [] }: OpenApiDocument): readonly string[] {
  return servers.flatMap(({ url }) => /^https?:\/\/([^/:]+)/.exec(url)?.[1] ?? []);
}
