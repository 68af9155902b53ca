import { documentOperations } from '../language/documentOperation.js';
import type { OpenApiDocument } from '../language/openapi.js';
import { httpMethods } from '../language/openapi.js';
import type { Issue } from './issue.js';
import { type Located, placeIn } from './located.js';

/** What OpenAPI demands of operations and its schema cannot say: unique ids, and the parameters of each path. */
export function checkOperations(root: Located, document: OpenApiDocument): Issue[] {
  const issues: Issue[] = [];
  const complain = (path: readonly (string | number)[], message: string) =>
    issues.push({ code: 'openapi-invalid', severity: 'error', message, place: placeIn(root, path) });
  const seen = new Map<string, string>();
  for (const { id, method, path, parameters } of documentOperations(document)) {
    const here = `${method.toUpperCase()} ${path}`;
    const first = seen.get(id);
    if (first)
      complain(
        ['paths', path, method, 'operationId'],
        `Two operations are named "${id}": ${first} and ${here}. Rename one, in the document or by an overlay action.`,
      );
    seen.set(id, first ?? here);
    const declared = parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name);
    const used = [...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? '');
    for (const name of used.filter((one) => !declared.includes(one)))
      complain(['paths', path, method], `${here} declares no path parameter "${name}".`);
    for (const name of declared.filter((one) => !used.includes(one)))
      complain(['paths', path, method], `${here} declares a path parameter "${name}" that its path does not have.`);
  }
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of httpMethods) {
      if (item[method] && item[method].operationId === undefined)
        complain(['paths', path, method], `${method.toUpperCase()} ${path} has no operationId; rules are found by it.`);
    }
  }
  return issues;
}
