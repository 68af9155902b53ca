import { AsyncResource } from 'node:async_hooks';
import { request } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import { setupServer } from 'msw/node';
import { afterAll, test as base, beforeAll, describe, expect, vi } from 'vitest';
import { loadContract } from '../../../src/contract/loadContract.js';
import type { MockedProvider } from '../../../src/msw/mockedProvider.js';
import { matchers, type OwnServer, providerFixture } from '../../../src/vitest/index.js';

expect.extend(matchers);

const contract = await loadContract('huawei-mpc');
const fixture = (server?: OwnServer) =>
  base.extend<{ mpc: MockedProvider<'huawei-mpc'> }>({
    mpc: providerFixture<'huawei-mpc'>(contract, { fixtures: {}, ...(server ? { server } : {}) }),
  });

const project = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';
const url = (task: number) =>
  `https://mpc.cn-north-4.myhuaweicloud.com/v1/${project}/transcodings/task?task_id=${task}`;
const options = { method: 'DELETE', headers: { 'x-auth-token': 'tombstone-token' } };
const byFetch = async (task: number) => (await fetch(url(task), options)).status;
const byNodeHttps = (task: number) =>
  new Promise<number | undefined>((resolve, reject) => {
    request(url(task), options, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    })
      .on('error', reject)
      .end();
  });

/** Every test waits here until all of them have come, so that they really overlap. */
function meeting(size: number): () => Promise<void> {
  let present = 0;
  return async () => {
    present += 1;
    await vi.waitUntil(() => present >= size, { timeout: 5000 });
  };
}

describe.each([
  ['fetch', byFetch],
  ['node:https', byNodeHttps],
])('tests that run at the same time, with %s', (_, remove) => {
  const all = meeting(4);
  const test = fixture();

  for (const task of [1, 2, 3, 4])
    test.concurrent(`each see a world of their own (${task})`, async ({ mpc, expect }) => {
      // The same record in every test, in another state.
      const status = task % 2 === 0 ? 'SUCCEEDED' : 'TRANSCODING';
      mpc.db.transcodingTask.create({ task_id: 7, status });
      await all();
      expect(await remove(7)).toBe(status === 'SUCCEEDED' ? 204 : 400);
      await wait(5);
      expect(await remove(8)).toBe(400);
      expect(mpc.journal.list().map(({ response }) => response.status)).toEqual([
        status === 'SUCCEEDED' ? 204 : 400,
        400,
      ]);
      expect(mpc.db.transcodingTask.count()).toBe(status === 'SUCCEEDED' ? 0 : 1);
    });
});

describe('tests that run at the same time, and share a hook', () => {
  const all = meeting(2);
  const test = fixture();
  const made = new Map<MockedProvider, number | undefined>();
  test.beforeEach(async ({ mpc }) => {
    mpc.db.transcodingTask.create({ task_id: 7, status: 'FAILED' });
    made.set(mpc as MockedProvider, await byFetch(7));
  });

  for (const nth of ['first', 'second'])
    test.concurrent(`are told apart in the hook and after it (${nth})`, async ({ mpc, expect }) => {
      await all();
      expect(made.get(mpc as MockedProvider)).toBe(204);
      expect(mpc).toHaveDeleted('transcodingTask', 7);
      expect(await byFetch(7)).toBe(400);
      expect(mpc.journal.last).toBe(2);
    });
});

describe('tests that run at the same time, with a server of the project', () => {
  const server = setupServer();
  const all = meeting(2);
  const test = fixture(server);
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterAll(() => {
    expect(server.listHandlers()).toEqual([]);
    server.close();
  });

  for (const task of [1, 2])
    test.concurrent(`each see a world of their own (${task})`, async ({ mpc, expect }) => {
      mpc.db.transcodingTask.create({ task_id: 7, status: 'FAILED' });
      await all();
      // One of them ends before the other asks.
      await wait(task * 20);
      expect(await byFetch(7)).toBe(204);
      expect(mpc.journal.last).toBe(1);
    });
});

describe('while tests run at the same time, a request', async () => {
  /** Somewhere that belongs to no test: what was started before them all. */
  const outside = () => new AsyncResource('outside');
  const places = [outside(), outside(), outside()] as const;
  const rejected = (task: number) => byFetch(task).catch((error: unknown) => error);

  base('of none of them is rejected, and fails all that it might be of', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const [one, two, third] = places;
    const all = meeting(3);
    const use = async () => {
      await all();
      await wait(50);
    };
    const tests = [one, two].map((place) => place.runInAsyncScope(() => providerFixture(contract)({}, use)));
    const ended = Promise.allSettled(tests);
    await all();
    expect(await third.runInAsyncScope(() => rejected(1))).toMatchObject({ code: 'handlers-twice' });
    const reasons = (await ended).map((each) => (each.status === 'rejected' ? each.reason : undefined));
    expect(reasons).toMatchObject([{ code: 'handlers-twice' }, { code: 'handlers-twice' }]);
    expect(String(reasons[0])).toContain('Several tests use huawei-mpc at the same time');
    log.mockRestore();
  });

  const beside = base.extend<{ other: MockedProvider<'twelvelabs'> }>({
    other: providerFixture<'twelvelabs'>(await loadContract('twelvelabs')),
  });
  beside('of one that has ended does not reach the network, as long as any test is watched', async ({ other }) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await providerFixture(contract)({}, async () => undefined);
    expect(await rejected(1)).toMatchObject({ code: 'late-request' });
    log.mockRestore();
    expect(other.journal.last).toBe(0);
  });

  const test = fixture();
  let first: AsyncResource | undefined;
  test.concurrent('of one that goes on after its end', async ({ mpc, expect }) => {
    expect(mpc.journal.last).toBe(0);
    first = new AsyncResource('left behind');
  });
  test.concurrent('is rejected, and not answered by another', async ({ mpc, expect }) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await vi.waitUntil(() => first);
    await wait(50);
    const late = await first?.runInAsyncScope(() => rejected(1));
    log.mockRestore();
    expect(late).toMatchObject({ code: 'late-request' });
    expect(mpc.journal.last).toBe(0);
  });
});
