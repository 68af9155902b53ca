import { basePath } from '../engine/basePath.js';
import type { LoadedContract } from '../engine/loadedContract.js';
import { httpMethods, type OpenApiDocument, type SecurityRequirement } from '../language/openapi.js';
import type { Caller } from './readCredentials.js';

/**
 * The contract as a caller meets it at a target: signed with the caller's credentials, under the target's base path.
 *
 * @param base where the target serves the API; default: where the document says
 */
export function contractFor(loaded: LoadedContract, { auth, areOurs }: Caller, base?: string): LoadedContract {
  const { compiled } = loaded;
  const path = (base ?? basePath(compiled.document)).replace(/\/+$/, '');
  const document = { ...compiled.document, servers: [{ url: path === '' ? '/' : path }] };
  const lifecycle = { ...compiled.lifecycle, auth };
  // Schemes the caller has nothing for are not there for it.
  const usable = areOurs ? document : withSchemes(document, new Set(Object.keys(auth)));
  return { ...loaded, compiled: { ...compiled, document: usable, lifecycle } };
}

function withSchemes(document: OpenApiDocument, schemes: ReadonlySet<string>): OpenApiDocument {
  const keep = (security: readonly SecurityRequirement[] | undefined) =>
    security?.filter((requirement) => Object.keys(requirement).every((scheme) => schemes.has(scheme)));
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => {
    const operations = httpMethods.flatMap((method) => {
      const operation = item[method];
      const security = keep(operation?.security);
      return operation ? [[method, { ...operation, ...(security ? { security } : {}) }] as const] : [];
    });
    return [path, { ...item, ...Object.fromEntries(operations) }] as const;
  });
  const security = keep(document.security);
  return { ...document, ...(security ? { security } : {}), paths: Object.fromEntries(paths) };
}
