import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundledContracts, loadContract } from '../../../src/contract/loadContract.js';
import { createMock } from '../../../src/mock/createMock.js';
import type { AuthMode, PlainRequest, PlainResponse } from '../../../src/mock/mock.js';
import { groundsOf, strayingFrom } from './support/requests.js';

const wallTime = Date.UTC(2026, 5, 1);
const contracts = await Promise.all([...bundledContracts(), 'test/fixtures/contracts/parcels'].map(loadContract));
const grounds = contracts.flatMap((contract) => groundsOf(contract, wallTime));
const anything = strayingFrom(grounds);
const runs = 700;

function openMock(auth: AuthMode, seed = 1) {
  return createMock(contracts, { auth, seed, start: wallTime, wallTime: () => wallTime, journalSize: 1 });
}

describe.each<AuthMode>(['verify', 'any', 'off'])('with credentials under "%s", whatever is sent', (auth) => {
  const mock = openMock(auth);

  it('gets an answer that is no server error, and is explained', () => {
    fc.assert(
      fc.property(anything, ({ prepare, request }) => {
        prepare(mock);
        const answer = mock.handle(request);
        const { explanation, rule } = mock.journal.list().at(-1) ?? {};
        expect(answer.status, explanation).toBeGreaterThanOrEqual(200);
        expect(answer.status, explanation).toBeLessThan(500);
        expectWellFormed(answer);
        expect(explanation ?? rule, 'every answer says why').toBeDefined();
      }),
      { numRuns: runs },
    );
  });

  it('changes nothing where it is refused', () => {
    fc.assert(
      fc.property(anything, ({ prepare, request }) => {
        prepare(mock);
        const untouched = JSON.stringify(mock.exportState());
        if (mock.handle(request).status >= 400) expect(JSON.stringify(mock.exportState())).toBe(untouched);
      }),
      { numRuns: runs },
    );
  });
});

it('gets the same bytes from two sandboxes of one seed', () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 30, size: 'max' }), fc.nat(), (stories, seed) => {
      const [one, other] = [openMock('off', seed), openMock('off', seed)];
      for (const { request } of stories) expect(other.handle(request)).toEqual(one.handle(request));
      expect(JSON.stringify(other.exportState())).toBe(JSON.stringify(one.exportState()));
    }),
    { numRuns: 12 },
  );
});

it('gets the same bytes again after a reset', () => {
  const mock = openMock('off');
  fc.assert(
    fc.property(fc.array(anything, { minLength: 1, maxLength: 30, size: 'max' }), (stories) => {
      const [first, second] = [1, 2].map(() => {
        mock.reset();
        return [stories.map(({ request }) => mock.handle(request)), JSON.stringify(mock.exportState())];
      });
      expect(second).toEqual(first);
    }),
    { numRuns: 30 },
  );
});

it('gets from HEAD through fetch what GET gets, without the body', async () => {
  const gets = grounds.filter(({ request }) => request.method === 'GET');
  // A signature covers the method, so here a credential only has to be there.
  const mock = openMock('any');
  await fc.assert(
    fc.asyncProperty(strayingFrom(gets), async ({ prepare, request }) => {
      const target = sendable(request.target);
      const headers = sendableHeaders(request);
      const ask = (method: string) => {
        prepare(mock);
        return mock.fetch(`http://localhost${target}`, { method, headers: new Headers(headers) });
      };
      const [get, head] = [await ask('GET'), await ask('HEAD')];
      expect(head.status).toBe(get.status);
      expect([...head.headers]).toEqual([...get.headers]);
      expect(await head.text()).toBe('');
    }),
    { numRuns: 150 },
  );
});

function sendable(target: string): string {
  try {
    const { pathname, search } = new URL(target, 'http://localhost');
    return pathname + search;
  } catch {
    return '/';
  }
}

function sendableHeaders({ headers }: PlainRequest): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => /^[\x21-\x7e]*$/.test(value)));
}

function expectWellFormed({ status, headers, body }: PlainResponse): void {
  if (body === undefined) return;
  expect(status).not.toBe(204);
  for (const value of Object.values(headers)) expect(value).not.toMatch(/[\r\n\0]/);
  if (headers['Content-Type']?.includes('json')) JSON.parse(String(body));
}
