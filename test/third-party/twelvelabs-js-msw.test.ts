import { setupServer } from 'msw/node';
import { TwelveLabs, TwelvelabsApi } from 'twelvelabs-js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadContract } from '../../src/contract/loadContract.js';
import { mockProvider } from '../../src/msw/mockProvider.js';

/** The provider's own SDK, unmodified and told no base URL: it calls the provider's real host. */
const twelvelabs = await mockProvider<'twelvelabs'>(await loadContract('twelvelabs'), { fixtures: {} });
const server = setupServer(...twelvelabs.handlers);

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());

const given = (id: string | undefined): string => id ?? expect.fail('no id was given');

it('twelvelabs-js creates a task at api.twelvelabs.io, waits for it and deletes it, without any network', async () => {
  const client = new TwelveLabs({ apiKey: 'tlk_tombstone' });
  const { db } = twelvelabs;
  const hosts = new Set<string | undefined>();
  twelvelabs.journal.subscribe(({ request }) => hosts.add(request.headers['host']));

  const models: TwelvelabsApi.IndexesCreateRequestModelsItem[] = [
    { modelName: 'marengo3.0', modelOptions: ['visual'] },
  ];
  const index = given((await client.indexes.create({ indexName: 'harbour', models })).id);
  const videoUrl = 'https://media.tombstone.invalid/harbour.mp4';
  const task = given((await client.tasks.create({ indexId: index, videoUrl })).id);
  expect(db.task.findFirst({ where: { _id: { equals: task } } })?.status).toBe('validating');

  const done = await client.tasks.waitForDone(task, {
    sleepInterval: 0.01,
    callback: () => twelvelabs.clock.advance('1s'),
  });
  expect(done.status).toBe('ready');

  await expect(client.tasks.delete(task)).rejects.toBeInstanceOf(TwelvelabsApi.BadRequestError);
  await client.indexes.videos.delete(index, given(done.videoId));
  await client.tasks.delete(task);

  expect(db.task.count()).toBe(0);
  expect(db.index.count()).toBe(1);
  expect([...hosts]).toEqual(['api.twelvelabs.io']);
  expect(twelvelabs.explain()).toContain('Decided by twelvelabs/deleteTask/deleted');
});
