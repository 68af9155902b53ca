import { setupServer } from 'msw/node';
import type { LoadedContract } from '../../../../src/engine/loadedContract.js';
import { createMock } from '../../../../src/mock/createMock.js';
import type { Mock, MockOptions } from '../../../../src/mock/mock.js';
import { mockProvider } from '../../../../src/msw/mockProvider.js';
import type { BuiltRequest } from '../../../../src/request/buildRequest.js';
import type { Answer, Door } from './door.js';

type Options = Pick<MockOptions, 'bodyLimit'>;

/** A mock in this process, asked through its own `fetch`. */
export async function openFetchDoor(contract: LoadedContract, options: Options): Promise<Door> {
  const mock = createMock([contract], { ...options, fixtures: { [contract.compiled.id]: {} } });
  return { ...standardDoor(mock, mock.fetch), close: async () => undefined };
}

/** The handlers of an msw server, asked through the global `fetch`; the records are an `@mswjs/data` database. */
export async function openMswDoor(contract: LoadedContract, options: Options): Promise<Door> {
  const { mock, handlers } = await mockProvider(contract, { ...options, fixtures: {}, unknownRequest: 'answer' });
  const server = setupServer(...handlers);
  server.listen({ onUnhandledRequest: 'error' });
  return { ...standardDoor(mock, fetch), close: async () => server.close() };
}

function standardDoor(mock: Mock, fetcher: typeof fetch): Omit<Door, 'close'> {
  const host = (mock.providers()[0]?.hosts[0] ?? '').replaceAll(/\{\w+\}/g, 'cn-north-1');
  return {
    mock,
    host,
    async send(request) {
      const response = await fetcher(standardRequest(request, host));
      const { headers } = response;
      return {
        status: response.status,
        rule: headers.get('x-tombstone-rule') ?? undefined,
        retryAfter: headers.get('retry-after') ?? undefined,
        contentType: headers.get('content-type') ?? undefined,
        body: await response.text(),
      } satisfies Answer;
    },
  };
}

function standardRequest({ method, target, headers: built, body }: BuiltRequest, host: string): Request {
  const { host: _, ...headers } = built;
  const content = body.byteLength > 0 ? { body: new Uint8Array(body) } : {};
  return new Request(`https://${host}${target}`, { method, headers, ...content });
}
