import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basePath } from '../../../../src/engine/basePath.js';
import { documentOperations } from '../../../../src/language/documentOperation.js';
import { findResponse, replyMediaType } from '../../../../src/language/findExample.js';
import type { OpenApiDocument, SchemaObject } from '../../../../src/language/openapi.js';
import { resolveRef } from '../../../../src/language/resolveRef.js';

/** What a plain CRUD mock is told besides the document. */
interface CrudOptions {
  /** The property, or the parameter, that holds an id. */
  readonly key: string;
  readonly newKey: () => string | number;
  /** Properties that every record starts with. */
  readonly defaults: Readonly<Record<string, unknown>>;
}

interface CrudMock extends AsyncDisposable {
  readonly url: string;
  /** How many records it holds. */
  readonly held: () => number;
}

/**
 * The kind of mock that is made from an OpenAPI document in an afternoon: what is posted is kept under an id, and can be
 * read and deleted again. It knows paths and schemas; of states, credentials and rules it knows nothing.
 */
export async function startCrudMock(
  document: OpenApiDocument,
  { key, newKey, defaults }: CrudOptions,
): Promise<CrudMock> {
  const records = new Map<string, Record<string, unknown>>();
  const routes = documentOperations(document).map(({ id, method, path }) => ({
    id,
    method: method.toUpperCase(),
    status: Number(
      Object.keys(documentOperations(document).find((one) => one.id === id)?.operation.responses ?? {})[0] ?? 200,
    ),
    pattern: new RegExp(`^${(basePath(document) + path).replaceAll(/\{[^{}]+\}/g, '([^/]+)')}$`),
    endsInParameter: path.endsWith('}'),
  }));
  const schemaOf = (id: string, status: number): SchemaObject =>
    replyMediaType(findResponse(document, id, status))?.schema ?? {};

  const answer = async (request: IncomingMessage): Promise<{ readonly status: number; readonly body?: unknown }> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://mock');
    const route = routes.find(({ method, pattern }) => method === request.method && pattern.test(pathname));
    if (!route) return { status: 404, body: { message: 'Cannot find that.' } };
    const asked = searchParams.get(key) ?? (route.endsInParameter ? (pathname.split('/').at(-1) ?? '') : undefined);
    const body = await jsonBody(request);
    if (request.method === 'POST' && asked === undefined) {
      const made = { ...defaults, ...body, [key]: newKey() };
      records.set(String(made[key]), made);
      return { status: route.status, body: { ...sampleOf(document, schemaOf(route.id, route.status)), ...made } };
    }
    if (request.method === 'GET' && !route.endsInParameter) {
      const shown = [...records.values()].filter((record) => asked === undefined || String(record[key]) === asked);
      return { status: 200, body: listOf(document, schemaOf(route.id, 200), shown) };
    }
    const found = records.get(asked ?? '');
    if (!found) return { status: 404, body: { message: 'Not found.' } };
    if (request.method === 'DELETE') {
      records.delete(asked ?? '');
      return { status: 204 };
    }
    if (request.method !== 'GET') Object.assign(found, body);
    return { status: route.status, body: { ...sampleOf(document, schemaOf(route.id, route.status)), ...found } };
  };

  const server = createServer((request, response) => {
    void answer(request).then(({ status, body }) => {
      response.writeHead(status, body === undefined ? {} : { 'content-type': 'application/json' });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    held: () => records.size,
    [Symbol.asyncDispose]: () => closed(server),
  };
}

async function jsonBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
    return body !== null && typeof body === 'object' ? { ...body } : {};
  } catch {
    return {};
  }
}

/** Something of a schema's shape. */
function sampleOf(document: OpenApiDocument, schema: SchemaObject): Record<string, unknown> {
  const properties = Object.entries(resolveRef(document, schema).properties ?? {});
  return Object.fromEntries(properties.map(([name, property]) => [name, sample(resolveRef(document, property))]));
}

function sample({ type, enum: words }: SchemaObject): unknown {
  const first = [type ?? 'string'].flat()[0];
  if (words) return words[0];
  if (first === 'integer' || first === 'number') return 1;
  if (first === 'boolean') return false;
  if (first === 'array') return [];
  return first === 'object' ? {} : 'text';
}

function listOf(document: OpenApiDocument, schema: SchemaObject, items: readonly unknown[]): Record<string, unknown> {
  const body = sampleOf(document, schema);
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, Array.isArray(value) ? items : value]));
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
