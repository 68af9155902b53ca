import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deriveCases, setStage } from '../../../src/conformance/index.js';
import { bundledContracts, loadContract } from '../../../src/contract/loadContract.js';
import { linkContract } from '../../../src/engine/link.js';
import { createMock } from '../../../src/mock/createMock.js';
import type { Mock } from '../../../src/mock/mock.js';
import { mockProvider } from '../../../src/msw/mockProvider.js';
import { buildRequest } from '../../../src/request/buildRequest.js';
import { signRequest } from '../../../src/request/signRequest.js';

/** Every case that the server is taken through over a socket, through the two doors that have none. */
describe.each(bundledContracts())('every rule of %s answers', async (provider) => {
  const contract = await loadContract(provider);
  const linked = linkContract(contract.compiled, contract.validators, contract.functions);
  const cases = deriveCases(contract).map((one) => [one.id, one] as const);
  const inMemory = createMock([contract], { fixtures: { [provider]: {} } });
  const mocked = await mockProvider(contract, { fixtures: {} });
  const host = (linked.hosts[0] ?? '').replaceAll(/\{\w+\}/g, 'cn-north-1');
  const server = setupServer(...mocked.handlers);

  const walk = async (mock: Mock, fetcher: typeof fetch, one: (typeof cases)[number][1]): Promise<void> => {
    mock.reset();
    setStage(mock, provider, one.stage);
    const before = mock.exportState().providers;
    const built = buildRequest(contract.compiled.document, one.operation, one.stage.request);
    const signed = signRequest(linked, one.operation, { ...built, headers: { host, ...built.headers } }, Date.now());
    const { host: _, ...headers } = signed.headers;
    const response = await fetcher(`https://${host}${signed.target}`, {
      method: signed.method,
      headers,
      ...(signed.body.byteLength > 0 ? { body: new Uint8Array(signed.body) } : {}),
    });

    const { explanation } = mock.journal.list().at(-1) ?? {};
    expect(response.headers.get('x-tombstone-rule'), explanation).toBe(one.rule);
    expect(response.status).toBe(one.expect.status);
    if (response.status === 204) expect(await response.text()).toBe('');
    if (response.status >= 400) expect(mock.exportState().providers).toEqual(before);
    if (one.stage.own && one.expect.own !== 'never there') {
      const record = mock.records.get({ provider, ...one.stage.own });
      expect(record === undefined ? 'gone' : 'kept').toBe(one.expect.own);
    }
  };

  describe('through the handlers of an msw server, from records in an @mswjs/data database', () => {
    beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
    afterAll(() => server.close());
    it.each(cases)('%s', (_, one) => walk(mocked.mock, fetch, one));
  });

  describe('through its own fetch', () => {
    it.each(cases)('%s', (_, one) => walk(inMemory, inMemory.fetch, one));
  });
});
