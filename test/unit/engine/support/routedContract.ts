import type { Contract } from '../../../../src/engine/contract.js';
import { linkContract } from '../../../../src/engine/link.js';
import type { Operation } from '../../../../src/language/lifecycle.js';
import type { OpenApiDocument } from '../../../../src/language/openapi.js';

const place = { file: 'lifecycle.yaml', line: 1, column: 1 };
const empty: Operation = { bind: {}, decide: [], failures: [], place };

/** A contract that has nothing but routes: `'GET /a/{id}'`; each operation is named like its route. */
export function routedContract(id: string, server: string, ...routes: readonly string[]): Contract {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const [method = '', path = ''] = route.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: { operationId: route, responses: {} } };
  }
  const document = { openapi: '3.1.1', info: { title: id, version: '1' }, servers: [{ url: server }], paths };
  const lifecycle = {
    version: 1,
    time: 'iso',
    integers: 'strict',
    headers: {},
    auth: {},
    baseUrlVariables: [],
    sources: {},
    switches: {},
    resources: {},
    failures: [],
    operations: Object.fromEntries(routes.map((route) => [route, empty])),
  } as const;
  const compiled = {
    format: 1,
    id,
    document: document as unknown as OpenApiDocument,
    lifecycle,
    fixtures: {},
  } as const;
  return linkContract(compiled, () => () => true, {});
}
