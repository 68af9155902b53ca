import { describe, expect, it } from 'vitest';
import { loadContract } from '../../../../src/contract/loadContract.js';
import { createMock } from '../../../../src/mock/createMock.js';

const literal = '6298d673f1090f1100476d4c';
const contract = await loadContract('twelvelabs');

/** A sandbox and a function that asks it; the answer is status, rule and parsed body. */
function open(switches: Readonly<Record<string, string>> = {}) {
  const mock = createMock([contract], {
    start: Date.parse('2026-02-01T00:00:00Z'),
    switches: { twelvelabs: switches },
  });
  const ask = async (method: string, path: string, body?: object, key = 'tlk_tombstone') => {
    const isForm = body instanceof FormData;
    const response = await mock.fetch(`https://api.twelvelabs.io/v1.3${path}`, {
      method,
      headers: { 'x-api-key': key, ...(body && !isForm ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: text === '' ? undefined : JSON.parse(text),
    };
  };
  return { mock, ask };
}

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

const refused = { code: 'task_cannot_be_deleted' };
const unknown = { code: 'resource_not_exists' };

describe('deleting a task', () => {
  it("deletes the task of the documentation's example, and answers 204 without a body", async () => {
    const { ask } = open();
    const answer = await ask('DELETE', `/tasks/${literal}`);
    expect(answer).toMatchObject({ status: 204, text: '' });
    expect(answer.headers.get('content-type')).toBeNull();
    expect(answer.headers.get('x-api-version')).toBe('1.3');
    expect(await ask('DELETE', `/tasks/${literal}`)).toMatchObject({ status: 404, body: unknown });
  });

  it('is refused in every state but ready and failed', async () => {
    const { mock, ask } = open();
    const tasks = mock.records.all('twelvelabs', 'task');
    const states = new Set(tasks.map((task) => task['status']));
    expect(states).toEqual(new Set(['uploading', 'validating', 'pending', 'queued', 'indexing', 'ready', 'failed']));
    for (const { _id, status } of tasks.filter((task) => task['status'] !== 'ready')) {
      const answer = await ask('DELETE', `/tasks/${_id}`);
      if (status === 'failed') expect(answer.status).toBe(204);
      else expect(answer).toMatchObject({ status: 400, body: refused });
    }
  });

  it.each(['videos', 'indexed-assets'])(
    'of a ready task is refused until its video has been deleted under /%s',
    async (family) => {
      const { ask } = open();
      const task = '/tasks/7a5c00000000000000000006';
      expect(await ask('DELETE', task)).toMatchObject({ status: 400, body: refused });
      expect(await ask('DELETE', `/indexes/${literal}/${family}/7a5c00000000000000000006`)).toMatchObject({
        status: 204,
        text: '',
      });
      expect(await ask('GET', task)).toMatchObject({ status: 200, body: { status: 'ready' } });
      expect(await ask('DELETE', task)).toMatchObject({ status: 204, text: '' });
    },
  );

  it('deletes a ready task whose video is gone', async () => {
    expect(await open().ask('DELETE', '/tasks/7a5c00000000000000000007')).toMatchObject({ status: 204 });
  });

  it.each([
    ['409', 409, refused],
    ['empty', 400, undefined],
  ])('is refused in the other ways the sources know: %s', async (taskNotDeletable, status, body) => {
    const { ask } = open({ taskNotDeletable });
    for (const id of ['7a5c00000000000000000001', '7a5c00000000000000000006']) {
      const answer = await ask('DELETE', `/tasks/${id}`);
      expect(answer.status).toBe(status);
      if (body) expect(answer.body).toMatchObject(body);
      else expect(answer.text).toBe('');
    }
  });

  it('of an unknown task can be refused with the one status the page lists, in either spelling of the code', async () => {
    const { ask } = open({ unknownRecord: 'bad-request', notExistsCode: 'resource_not_exist' });
    expect(await ask('DELETE', `/tasks/${'0'.repeat(24)}`)).toMatchObject({
      status: 400,
      body: { code: 'resource_not_exist' },
    });
  });

  it('needs the key', async () => {
    const answer = await open().ask('DELETE', `/tasks/${literal}`, undefined, 'tlk_other');
    expect(answer).toMatchObject({ status: 401, body: { code: 'api_key_invalid' } });
  });
});

describe('deleting an indexed asset', () => {
  it("deletes that of the documentation's example; its asset stays", async () => {
    const { mock, ask } = open();
    const path = `/indexes/${literal}/indexed-assets/${literal}`;
    expect(await ask('DELETE', path)).toMatchObject({ status: 204, text: '' });
    expect(await ask('DELETE', path)).toMatchObject({ status: 404, body: unknown });
    expect(
      mock.records.get({ provider: 'twelvelabs', resource: 'asset', key: 'a55e70000000000000000002' }),
    ).toBeDefined();
  });

  it('deletes it in every state, because no state is excepted; a switch refuses unfinished ones', async () => {
    for (const [unfinishedIndexedAsset, status] of [
      ['delete', 204],
      ['400', 400],
      ['409', 409],
    ] as const) {
      const { mock, ask } = open({ unfinishedIndexedAsset });
      for (const asset of mock.records.all('twelvelabs', 'indexedAsset')) {
        const finished = asset['status'] === 'ready' || asset['status'] === 'failed';
        expect((await ask('DELETE', `/indexes/${literal}/indexed-assets/${asset['_id']}`)).status).toBe(
          finished ? 204 : status,
        );
      }
    }
  });

  it('does not find it under another index', async () => {
    expect(await open().ask('DELETE', `/indexes/1de000000000000000000002/indexed-assets/${literal}`)).toMatchObject({
      status: 404,
      body: unknown,
    });
  });
});

describe('a new task', () => {
  it('becomes ready with a video, and both can be deleted in that order', async () => {
    const { mock, ask } = open();
    const created = await ask(
      'POST',
      '/tasks',
      form({ index_id: literal, video_url: 'https://videos.example/harbour.mp4', user_metadata: '{"category":"new"}' }),
    );
    expect(created.status).toBe(200);
    expect(Object.keys(created.body)).toEqual(['_id', 'video_id']);
    const { _id, video_id } = created.body;
    expect(video_id).toBe(_id);
    for (const [wait, status] of [
      ['0s', 'validating'],
      ['1s', 'pending'],
      ['1s', 'queued'],
      ['1s', 'indexing'],
      ['5s', 'ready'],
    ] as const) {
      mock.clock.advance(wait);
      expect((await ask('GET', `/tasks/${_id}`)).body).toMatchObject({ _id, status, index_id: literal });
      expect((await ask('GET', `/indexes/${literal}/videos/${video_id}`)).status).toBe(status === 'ready' ? 200 : 404);
    }
    const found = await ask('GET', `/indexes/${literal}/videos?category=new`);
    expect(found.body.data).toMatchObject([{ _id: video_id, system_metadata: { filename: 'harbour.mp4' } }]);
    expect((await ask('DELETE', `/tasks/${_id}`)).status).toBe(400);
    expect((await ask('DELETE', `/indexes/${literal}/videos/${video_id}`)).status).toBe(204);
    expect((await ask('DELETE', `/tasks/${_id}`)).status).toBe(204);
  });

  it('gets a video with an id of its own where the switch says so', async () => {
    const { mock, ask } = open({ taskVideoId: 'different' });
    const { _id, video_id } = (
      await ask('POST', '/tasks', form({ index_id: literal, video_url: 'https://videos.example/a.mp4' }))
    ).body;
    expect(video_id).not.toBe(_id);
    mock.clock.advance('8s');
    expect((await ask('DELETE', `/indexes/${literal}/videos/${_id}`)).status).toBe(404);
    expect((await ask('DELETE', `/indexes/${literal}/videos/${video_id}`)).status).toBe(204);
    expect((await ask('DELETE', `/tasks/${_id}`)).status).toBe(204);
  });

  it('has a stream unless it was asked not to', async () => {
    for (const enable_video_stream of ['true', 'false']) {
      const { mock, ask } = open();
      const { _id } = (
        await ask(
          'POST',
          '/tasks',
          form({ index_id: literal, video_url: 'https://videos.example/a.mp4', enable_video_stream }),
        )
      ).body;
      mock.clock.advance('8s');
      expect('hls' in (await ask('GET', `/tasks/${_id}`)).body).toBe(enable_video_stream === 'true');
      expect('hls' in (await ask('GET', `/indexes/${literal}/videos/${_id}`)).body).toBe(
        enable_video_stream === 'true',
      );
      expect((await ask('GET', '/tasks')).body.data.some((task: object) => 'hls' in task)).toBe(false);
    }
  });

  it('needs a file or an address, and an index that exists', async () => {
    const { ask } = open();
    expect(await ask('POST', '/tasks', form({ index_id: literal }))).toMatchObject({
      status: 400,
      body: { code: 'parameter_not_provided' },
    });
    expect(await ask('POST', '/tasks', form({ video_url: 'https://videos.example/a.mp4' }))).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('index_id') },
    });
    expect(
      await ask('POST', '/tasks', form({ index_id: '0'.repeat(24), video_url: 'https://videos.example/a.mp4' })),
    ).toMatchObject({ status: 404, body: unknown });
    expect(
      await ask(
        'POST',
        '/tasks',
        form({ index_id: literal, video_url: 'https://videos.example/a.mp4', user_metadata: '{' }),
      ),
    ).toMatchObject({ status: 400, body: { code: 'parameter_invalid' } });
  });
});

describe('an asset', () => {
  it('is uploaded, indexed and deleted in the documented order', async () => {
    const { mock, ask } = open();
    const asset = await ask('POST', '/assets', form({ method: 'url', url: 'https://videos.example/harbour.mp4' }));
    expect(asset).toMatchObject({
      status: 201,
      body: { status: 'processing', filename: 'harbour.mp4', file_type: 'video/mp4' },
    });
    const uses = `/indexes/${literal}/indexed-assets`;
    const request = { asset_id: asset.body._id };
    expect((await ask('POST', uses, request)).status).toBe(400);
    mock.clock.advance('2s');
    const indexed = await ask('POST', uses, request);
    expect(indexed).toMatchObject({ status: 202, body: { asset_id: asset.body._id } });
    expect(indexed.headers.get('location')).toBe(`${uses}/${indexed.body._id}`);
    mock.clock.advance('7s');
    expect((await ask('GET', `${uses}/${indexed.body._id}`)).body).toMatchObject({
      status: 'ready',
      system_metadata: { filename: 'harbour.mp4' },
    });
    expect((await ask('GET', `/assets/${asset.body._id}/indexed-assets`)).body.data).toEqual([
      { _id: indexed.body._id, index: { _id: literal, name: 'example' } },
    ]);
    expect((await ask('DELETE', `/assets/${asset.body._id}`)).status).toBe(409);
    expect((await ask('DELETE', `${uses}/${indexed.body._id}`)).status).toBe(204);
    expect((await ask('DELETE', `/assets/${asset.body._id}`)).status).toBe(204);
  });

  it('is deleted by force while an indexed asset refers to it, which stays', async () => {
    const { ask } = open();
    expect((await ask('DELETE', '/assets/a55e70000000000000000002?force=true')).status).toBe(204);
    expect((await ask('GET', `/indexes/${literal}/indexed-assets/${literal}`)).status).toBe(200);
  });

  it('loses metadata only where null, replacement or deletion says so', async () => {
    const { ask } = open();
    const path = '/assets/a55e70000000000000000004';
    const metadata = async () => (await ask('GET', path)).body.user_metadata;
    expect(
      (await ask('PUT', `${path}/user-metadata`, { user_metadata: { a: 'x', b: '', c: null, d: 1 } })).status,
    ).toBe(204);
    expect(await metadata()).toEqual({ a: 'x', d: 1 });
    expect((await ask('PATCH', `${path}/user-metadata`, { user_metadata: { a: null, d: '', e: 2 } })).status).toBe(204);
    expect(await metadata()).toEqual({ d: 1, e: 2 });
    expect((await ask('DELETE', `${path}/user-metadata`)).status).toBe(204);
    expect(await metadata()).toBeUndefined();
  });
});

describe('deleting an index', () => {
  it.each([
    ['keep', 200],
    ['cascade', 404],
  ])('deletes its videos; with the switch at %s its tasks answer %d', async (indexDeleteTasks, status) => {
    const { ask } = open({ indexDeleteTasks });
    expect((await ask('DELETE', `/indexes/${literal}`)).status).toBe(204);
    expect((await ask('GET', `/indexes/${literal}/videos/${literal}`)).status).toBe(404);
    expect((await ask('GET', `/tasks/${literal}`)).status).toBe(status);
    // Its video is gone with the index, so nothing stands in the way any more.
    expect((await ask('DELETE', '/tasks/7a5c00000000000000000006')).status).toBe(status === 200 ? 204 : 404);
  });
});
