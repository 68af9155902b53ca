import { defineAdapter, type Report } from '../../src/conformance/index.js';
import type { OpenApiDocument } from '../../src/language/openapi.js';
import { buildRequest } from '../../src/request/buildRequest.js';

/** Reads an MPC answer the way its API page says: 204 is deleted, 400 `MPC.10213` is refused because of the state. */
export function mpcReferenceClient(document: OpenApiDocument) {
  return defineAdapter({
    name: 'reference',
    async run({ operation, values }, { baseUrl, fetch, credentials }): Promise<Report> {
      const response = await send(document, operation, values, baseUrl, fetch, credentials);
      if (response.status === 204) return { outcome: 'deleted', status: 204 };
      const { error_code: code } = (await response.json()) as { readonly error_code: string };
      const outcome = response.status === 401 ? 'denied' : code === 'MPC.10213' ? 'refused' : 'unknown';
      return { outcome, status: response.status, code };
    },
  });
}

/** The defect: whatever comes back, the task counts as deleted. */
export function optimisticClient(document: OpenApiDocument) {
  return defineAdapter({
    name: 'calls every answer success',
    async run({ operation, values }, { baseUrl, fetch, credentials }): Promise<Report> {
      const response = await send(document, operation, values, baseUrl, fetch, credentials);
      return { outcome: 'deleted', status: response.status };
    },
  });
}

async function send(
  document: OpenApiDocument,
  operation: string,
  values: Parameters<typeof buildRequest>[2],
  baseUrl: string,
  fetcher: typeof fetch,
  credentials: Readonly<Record<string, unknown>>,
): Promise<Response> {
  const { method, target } = buildRequest(document, operation, values);
  const { value } = credentials['Token'] as { readonly value: string };
  return fetcher(new URL(target, baseUrl), { method, headers: { 'x-auth-token': value } });
}
