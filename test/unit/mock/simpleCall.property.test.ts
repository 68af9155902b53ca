import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createFetch } from '../../../src/mock/fetchDoor.js';
import type { PlainRequest } from '../../../src/mock/mock.js';
import { simpleCall } from '../../../src/mock/simpleCall.js';

/** What a plain handler is given for a call, or the error the caller gets. */
async function asked(...call: Parameters<typeof fetch>): Promise<PlainRequest | string> {
  let seen: PlainRequest | undefined;
  const door = createFetch((request) => {
    seen = request;
    return { status: 204, headers: {} };
  }, 12);
  try {
    await door(...call);
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
  return seen ?? 'nothing';
}

const origin = 'http://localhost:4010';
const address = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.string().map((path) => `${origin}/${path}`),
  fc.constantFrom('', 'tasks', `${origin}/../a/%2e%2e/b?c#d`, 'http://user:secret@localhost/', 'HTTP://LOCALHOST:80/Ä'),
);
const method = fc.constantFrom(
  undefined,
  'GET',
  'get',
  'DELETE',
  'delete',
  'PATCH',
  'patch',
  'POST',
  'HEAD',
  'TRACE',
  '',
);
const name = fc.constantFrom(
  'Content-Type',
  'x-api-key',
  'X-B',
  'x-b',
  'Cookie',
  'set-cookie',
  'host',
  'not a name',
  '',
);
const value = fc.oneof(fc.string(), fc.constantFrom(' a ', 'é', 'a\nb', 'a, b'));
const headers = fc.oneof(
  fc.constant(undefined),
  fc.dictionary(name, value),
  fc.array(fc.tuple(name, value), { maxLength: 4 }),
);
const body = fc.oneof(fc.constantFrom(undefined, null, '', '\ud800', 'longer than twelve bytes'), fc.string());

it('a call that needs no Request is what a Request would make of it', async () => {
  let simple = 0;
  const call = fc.record({
    address,
    init: fc.record({ method, headers, body }, { requiredKeys: [] }),
    asUrl: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(call, async ({ address, init: record, asUrl }) => {
      const init = Object.fromEntries(Object.entries(record).filter(([, one]) => one !== undefined)) as RequestInit;
      const input = asUrl && URL.canParse(address) ? new URL(address) : address;
      if (simpleCall(input, init)) simple += 1;
      // With a redirect mode it is no simple call; the mode changes nothing here.
      expect(await asked(input, init)).toEqual(await asked(input, { ...init, redirect: 'follow' }));
    }),
    { numRuns: 2000 },
  );
  expect(simple).toBeGreaterThan(300);
});

it('a call with a signal, a stream or a Request is none', () => {
  const { signal } = new AbortController();
  expect(simpleCall(origin, { signal })).toBeUndefined();
  expect(simpleCall(new Request(origin))).toBeUndefined();
  expect(simpleCall(origin, { method: 'POST', body: new FormData() })).toBeUndefined();
  expect(simpleCall(origin)).toEqual({ method: 'GET', target: '/', headers: { host: 'localhost:4010' } });
});
