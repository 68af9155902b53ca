import { TwelveLabs, TwelvelabsApi, TwelvelabsApiError } from 'twelvelabs-js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Listener } from '../../src/server/listenOptions.js';
import { startServer } from '../../src/server/startServer.js';

/** The provider's own SDK, unmodified, against a server of ours that it finds by the environment variable it reads. */
let server: Listener;
let client: TwelveLabs;

beforeEach(async () => {
  server = await startServer({ providers: ['twelvelabs'], port: 0 });
  vi.stubEnv('TWELVELABS_BASE_URL', `${server.url}/v1.3`);
  client = new TwelveLabs({ apiKey: 'tlk_tombstone' });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

const url = 'https://media.tombstone.invalid/harbour.mp4';
const models: TwelvelabsApi.IndexesCreateRequestModelsItem[] = [{ modelName: 'marengo3.0', modelOptions: ['visual'] }];

/** What a promise was rejected with. */
async function rejection(promise: PromiseLike<unknown>): Promise<unknown> {
  return promise.then(
    (value) => expect.fail(`resolved with ${JSON.stringify(value)}`),
    (error: unknown) => error,
  );
}

const given = (id: string | undefined): string => id ?? expect.fail('no id was given');

const newIndex = async (indexName: string) => given((await client.indexes.create({ indexName, models })).id);
const newTask = async (indexId: string) => given((await client.tasks.create({ indexId, videoUrl: url })).id);

/** The rules that decided, in order. */
const rules = () => server.mock.journal.list().map(({ rule }) => rule?.replace('twelvelabs/', ''));

describe('twelvelabs-js, with a task', () => {
  it('waits for it, is refused while its video is there, deletes the video, then the task, and finds neither again', async () => {
    const index = await newIndex('harbour');
    const task = await newTask(index);

    const seen: unknown[] = [];
    const done = await client.tasks.waitForDone(task, {
      sleepInterval: 0.01,
      callback: ({ status }) => {
        seen.push(status);
        server.mock.clock.advance('1s');
      },
    });
    expect(done.status).toBe('ready');
    expect([...new Set(seen)]).toEqual(['validating', 'pending', 'queued', 'indexing', 'ready']);
    const video = given(done.videoId);

    const refused = await rejection(client.tasks.delete(task));
    expect(refused).toBeInstanceOf(TwelvelabsApi.BadRequestError);
    expect(refused).toMatchObject({ statusCode: 400, body: { code: 'task_cannot_be_deleted' } });
    expect((await client.tasks.retrieve(task)).status).toBe('ready');

    await client.indexes.videos.delete(index, video);
    expect(await client.tasks.delete(task)).toBeUndefined();

    expect(await rejection(client.tasks.retrieve(task))).toMatchObject({
      statusCode: 404,
      body: { code: 'resource_not_exists' },
    });
    expect(await rejection(client.tasks.delete(task))).toMatchObject({ statusCode: 404 });
    expect(await rejection(client.indexes.videos.retrieve(index, video))).toBeInstanceOf(TwelvelabsApi.NotFoundError);
    expect(rules().filter((rule) => rule?.startsWith('deleteTask/'))).toEqual([
      'deleteTask/has-video@400',
      'deleteTask/deleted',
      'deleteTask/absent@not-found',
    ]);
  });

  it('waits no longer than a moment where the clock is instant', async () => {
    server.mock.clock.setPace('instant');
    const done = await client.tasks.waitForDone(await newTask(await newIndex('quick')), { sleepInterval: 0.01 });
    expect(done.status).toBe('ready');
  });

  it('is refused while it is being indexed, and what it was told names the state', async () => {
    const task = await newTask(await newIndex('early'));
    server.mock.clock.advance('4s');
    expect((await client.tasks.retrieve(task)).status).toBe('indexing');

    const refused = await rejection(client.tasks.delete(task));
    expect(refused).toBeInstanceOf(TwelvelabsApi.BadRequestError);
    expect(refused).toMatchObject({
      body: { code: 'task_cannot_be_deleted', message: expect.stringContaining('indexing') },
    });
    expect((await client.tasks.retrieve(task)).status).toBe('indexing');
    expect(rules()).toContain('deleteTask/not-final@400');
  });

  it('reads a 400 without a body, which the documentation allows, as the same refusal', async () => {
    server.mock.switches.set('twelvelabs', { taskNotDeletable: 'empty' });
    const refused = await rejection(client.tasks.delete(await newTask(await newIndex('bare'))));
    expect(refused).toBeInstanceOf(TwelvelabsApi.BadRequestError);
    expect(refused).toMatchObject({ statusCode: 400, body: undefined });
  });

  it('is denied with a wrong key, and the task stays', async () => {
    const task = await newTask(await newIndex('locked'));
    const stranger = new TwelveLabs({ apiKey: 'tlk_of_somebody_else' });
    const denied = await rejection(stranger.tasks.delete(task));
    expect(denied).toBeInstanceOf(TwelvelabsApiError);
    expect(denied).toMatchObject({ statusCode: 401, body: { code: 'api_key_invalid' } });
    expect((await client.tasks.retrieve(task)).id).toBe(task);
  });

  it('pages through the list until it gets an empty page', async () => {
    const index = await newIndex('many');
    const made = [await newTask(index), await newTask(index), await newTask(index)];
    server.mock.journal.clear();

    const listed: unknown[] = [];
    for await (const task of await client.tasks.list({ indexId: index, pageLimit: 2 })) listed.push(task.id);
    expect(listed.sort()).toEqual(made.sort());
    const pages = server.mock.journal.list().map(({ response }) => JSON.parse(response.body ?? '{}').data.length);
    expect(pages).toEqual([2, 1, 0]);
  });
});

describe('twelvelabs-js, with an asset', () => {
  it('indexes it, is refused deleting it while it is in use, deletes the indexed asset, then the asset', async () => {
    const index = await newIndex('lighthouse');
    const asset = given((await client.assets.create({ method: 'url', url })).id);
    server.mock.clock.advance('2s');
    expect((await client.assets.retrieve(asset)).status).toBe('ready');

    const indexed = given((await client.indexes.indexedAssets.create(index, { assetId: asset })).id);
    server.mock.clock.advance('10s');
    expect(await client.indexes.indexedAssets.retrieve(index, indexed)).toMatchObject({
      status: 'ready',
      assetId: asset,
    });

    const inUse = await rejection(client.assets.delete(asset));
    expect(inUse).toBeInstanceOf(TwelvelabsApi.ConflictError);
    expect(inUse).toMatchObject({ statusCode: 409 });
    expect((await client.assets.retrieve(asset)).id).toBe(asset);

    await client.indexes.indexedAssets.delete(index, indexed);
    const gone = await rejection(client.indexes.indexedAssets.retrieve(index, indexed));
    expect(gone).toBeInstanceOf(TwelvelabsApi.NotFoundError);
    expect((await client.assets.retrieve(asset)).id).toBe(asset);
    await client.assets.delete(asset);
    expect(await rejection(client.assets.retrieve(asset))).toMatchObject({ statusCode: 404 });
  });

  it('deletes one in use by force, as it is told to', async () => {
    const used = 'a55e70000000000000000002';
    expect(await rejection(client.assets.delete(used))).toBeInstanceOf(TwelvelabsApi.ConflictError);
    await client.assets.delete(used, { force: true });
    expect(await rejection(client.assets.retrieve(used))).toMatchObject({ statusCode: 404 });
  });
});
