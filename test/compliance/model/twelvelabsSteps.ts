import fc from 'fast-check';
import { expect } from 'vitest';
import { follow } from './support/follow.js';
import type { Sandbox } from './support/sandbox.js';
import { type Pick, pick, step, wait } from './support/steps.js';
import { base, type Inside, idOf, inside, placeOf, unknown } from './twelvelabsChoices.js';
import { changeAsset, listByMetadata, listUses, patchIndexed } from './twelvelabsMetadataSteps.js';
import {
  api,
  assetOrder,
  badId,
  type Family,
  indexedOrder,
  type Model,
  noContent,
  notFound,
  passTime,
  taskOrder,
  videosOf,
} from './twelvelabsModel.js';

const createIndex = step<Model, string>('create index', fc.constantFrom(...'abcde'), (model, sandbox, name) => {
  const models = [{ model_name: 'marengo3.0', model_options: ['visual'] }];
  const answer = sandbox.send('POST', `${base}/indexes`, { json: { index_name: name, models } });
  expect(answer).toMatchObject(api.createIndex(model, name, answer));
});

const getIndex = step<Model, { which: Pick; other: string }>(
  'get index',
  fc.record({ which: pick, other: unknown }),
  (model, sandbox, { which, other }) => {
    const id = idOf(model, 'indexes', which, other);
    expect(sandbox.send('GET', `${base}/indexes/${id}`)).toMatchObject(api.getIndex(model, id));
  },
);

const renameIndex = step<Model, { which: Pick; name: string }>(
  'rename index',
  fc.record({ which: pick, name: fc.constantFrom(...'abcde') }),
  (model, sandbox, { which, name }) => {
    const id = idOf(model, 'indexes', which);
    const answer = sandbox.send('PUT', `${base}/indexes/${id}`, { json: { index_name: name } });
    expect(answer).toMatchObject(api.renameIndex(model, id, name));
  },
);

const deleteIndex = step<Model, { which: Pick; other: string }>(
  'delete index',
  fc.record({ which: pick, other: unknown }),
  (model, sandbox, { which, other }) => {
    const id = idOf(model, 'indexes', which, other);
    expect(sandbox.send('DELETE', `${base}/indexes/${id}`)).toMatchObject(api.deleteIndex(model, id));
  },
);

const createTask = step<Model, { index: Pick; hasVideo: boolean }>(
  'create task',
  fc.record({ index: pick, hasVideo: fc.constantFrom(true, true, true, true, false) }),
  (model, sandbox, { index, hasVideo }) => {
    const id = idOf(model, 'indexes', index);
    const form = { index_id: id, ...(hasVideo ? { video_url: 'https://example.com/a.mp4' } : {}) };
    const answer = sandbox.send('POST', `${base}/tasks`, { form });
    expect(answer).toMatchObject(api.createTask(model, id, hasVideo, answer));
    const made = model.tasks.at(-1);
    // Where it starts is nowhere said, only that `ready` and `failed` are the end.
    if (answer.status === 200 && made)
      made.status = follow(taskOrder.slice(0, -1), made.status, heldStatus(sandbox, 'task', made.id), false);
  },
);

const getTask = step<Model, { which: Pick; other: string }>(
  'get task',
  fc.record({ which: pick, other: unknown }),
  (model, sandbox, { which, other }) => {
    const id = idOf(model, 'tasks', which, other);
    expect(sandbox.send('GET', `${base}/tasks/${id}`)).toMatchObject(api.getTask(model, id));
  },
);

const deleteTask = step<Model, { which: Pick; other: string; twice: boolean }>(
  'delete task',
  fc.record({ which: pick, other: unknown, twice: fc.boolean() }),
  (model, sandbox, { which, other, twice }) => {
    const id = idOf(model, 'tasks', which, other);
    for (let times = twice ? 2 : 1; times > 0; times -= 1)
      expect(sandbox.send('DELETE', `${base}/tasks/${id}`)).toMatchObject(api.deleteTask(model, id));
  },
);

/** What the page asks for: the video first, then its task. */
const deleteVideoThenTask = step<Model, number>('delete video and task', fc.nat(9), (model, sandbox, index) => {
  const task = model.tasks[index % Math.max(1, model.tasks.length)];
  if (!task) return;
  expectDeleted(model, sandbox, task.index, task.video, 'videos');
  expect(sandbox.send('DELETE', `${base}/tasks/${task.id}`)).toMatchObject(api.deleteTask(model, task.id));
});

const createAsset = step<Model, boolean>(
  'create asset',
  fc.constantFrom(true, true, true, false),
  (model, sandbox, hasUrl) => {
    const form = { method: 'url', ...(hasUrl ? { url: 'https://example.com/a.mp4' } : {}) };
    const answer = sandbox.send('POST', `${base}/assets`, { form });
    expect(answer).toMatchObject(api.createAsset(model, hasUrl, answer));
  },
);

const getAsset = step<Model, { which: Pick; other: string }>(
  'get asset',
  fc.record({ which: pick, other: unknown }),
  (model, sandbox, { which, other }) => {
    const id = idOf(model, 'assets', which, other);
    expect(sandbox.send('GET', `${base}/assets/${id}`)).toMatchObject(api.getAsset(model, id));
  },
);

const deleteAsset = step<Model, { which: Pick; other: string; force: string }>(
  'delete asset',
  fc.record({ which: pick, other: unknown, force: fc.constantFrom('', '?force=false', '?force=true') }),
  (model, sandbox, { which, other, force }) => {
    const id = idOf(model, 'assets', which, other);
    const answer = sandbox.send('DELETE', `${base}/assets/${id}${force}`);
    expect(answer).toMatchObject(api.deleteAsset(model, id, force === '?force=true'));
  },
);

const createIndexed = step<Model, { index: Pick; asset: Pick; other: string }>(
  'index asset',
  fc.record({ index: pick, asset: pick, other: unknown }),
  (model, sandbox, args) => {
    const index = idOf(model, 'indexes', args.index, args.other);
    const asset = idOf(model, 'assets', args.asset);
    const answer = sandbox.send('POST', `${base}/indexes/${index}/indexed-assets`, { json: { asset_id: asset } });
    expect(answer).toMatchObject(api.createIndexed(model, index, asset, answer));
    if (answer.status === 202)
      expect(answer.headers['Location']).toContain(`/indexes/${index}/indexed-assets/${model.indexed.at(-1)?.id}`);
  },
);

const getIndexed = step<Model, Inside>('get indexed', inside, (model, sandbox, args) => {
  const { index, id } = placeOf(model, args);
  const answer = sandbox.send('GET', `${base}/indexes/${index}/${args.family}/${id}`);
  const found = api.findIndexed(model, index, id, args.family);
  if (!('id' in found)) expect(answer).toMatchObject(found);
  else {
    // A video shows no status.
    const shown = args.family === 'videos' ? {} : { status: found.status };
    expect(answer).toMatchObject({ status: 200, body: { _id: id, ...shown } });
  }
});

const deleteIndexed = step<Model, Inside & { twice: boolean }>(
  'delete indexed',
  fc.tuple(inside, fc.boolean()).map(([args, twice]) => ({ ...args, twice })),
  (model, sandbox, args) => {
    const { index, id } = placeOf(model, args);
    for (let times = args.twice ? 2 : 1; times > 0; times -= 1) expectDeleted(model, sandbox, index, id, args.family);
  },
);

function expectDeleted(model: Model, sandbox: Sandbox, index: string, id: string, path: Family): void {
  const answer = sandbox.send('DELETE', `${base}/indexes/${index}/${path}/${id}`);
  const found = api.findIndexed(model, index, id, path);
  if (!('id' in found)) expect(answer).toMatchObject(found);
  else {
    expect(answer).toMatchObject(noContent);
    model.indexed = model.indexed.filter((one) => one !== found);
    model.gone.indexed.push(id);
  }
}

const list = step<Model, { what: string; index: Pick; limit: number; status: string | undefined }>(
  'list',
  fc.record({
    what: fc.constantFrom('tasks', 'indexes', 'assets', 'videos', 'indexed-assets'),
    index: pick,
    limit: fc.constantFrom(1, 2, 50),
    status: fc.constantFrom(undefined, 'ready', 'failed', 'indexing'),
  }),
  (model, sandbox, { what, index, limit, status }) => {
    const parent = idOf(model, 'indexes', index);
    const isInside = what === 'videos' || what === 'indexed-assets';
    const path = isInside ? `${base}/indexes/${parent}/${what}` : `${base}/${what}`;
    const filters = status !== undefined && (what === 'tasks' || what === 'indexed-assets');
    const query = filters ? `&status=${status}&status=failed` : '';
    if (isInside && !model.indexes.some(({ id }) => id === parent)) {
      expect(sandbox.send('GET', `${path}?page=1`)).toMatchObject(notFound);
      return;
    }
    const expected = everything(model, what, parent)
      .filter((one) => !filters || one.status === status || one.status === 'failed')
      .map(({ id }) => id);
    const pages = Math.ceil(expected.length / limit);
    const seen: string[] = [];
    // One page further than there are: clients go on until a page is empty.
    for (let page = 1; page <= pages + 1; page += 1) {
      const answer = sandbox.send('GET', `${path}?page=${page}&page_limit=${limit}${query}`);
      const info = { page, limit_per_page: limit, total_page: pages, total_results: expected.length };
      expect(answer).toMatchObject({ status: 200, body: { page_info: info } });
      seen.push(...(answer.body as { data: { _id: string }[] }).data.map((one) => one._id));
    }
    expect(seen.sort()).toEqual(expected.sort());
  },
);

function everything(model: Model, what: string, index: string): readonly { id: string; status?: string }[] {
  if (what === 'tasks') return model.tasks;
  if (what === 'indexes') return model.indexes;
  if (what === 'assets') return model.assets;
  return videosOf(model, index).filter(({ status }) => what === 'indexed-assets' || status === 'ready');
}

const brokenPage = step<Model, string>(
  'list badly',
  fc.constantFrom('page_limit=51', 'page=0', 'page=x', 'page_limit=0', 'sort_by=name', 'status=done'),
  (_model, sandbox, query) => {
    expect(sandbox.send('GET', `${base}/tasks?${query}`)).toMatchObject(badId);
  },
);

const resources = { tasks: 'task', indexed: 'indexedAsset', assets: 'asset' } as const;
/** Videos of tasks keep the state their task gave them; every other state is put to the test. */
const putState = step<Model, { name: keyof typeof resources; index: number; status: number }>(
  'set state by control',
  fc.record({ name: fc.constantFrom('tasks', 'tasks', 'indexed', 'assets'), index: fc.nat(9), status: fc.nat(9) }),
  (model, sandbox, { name, index, status }) => {
    const states = { tasks: taskOrder, indexed: indexedOrder, assets: assetOrder }[name];
    const candidates: { id: string; status: string; flows: boolean; asset?: string | undefined }[] =
      name === 'indexed' ? model.indexed.filter(({ asset }) => asset !== undefined) : model[name];
    const one = candidates[index % Math.max(1, candidates.length)];
    if (!one) return;
    one.status = [...states, 'failed'][status % (states.length + 1)] ?? '';
    one.flows = false;
    const address = { provider: 'twelvelabs', resource: resources[name], key: one.id };
    sandbox.mock.records.patch(address, { status: one.status });
  },
);

const advance = step<Model, string>('wait', wait, (model, sandbox, duration) => {
  sandbox.mock.clock.advance(duration);
  passTime(model, (resource, id) => heldStatus(sandbox, resource, id), duration === '24h');
});

function heldStatus(sandbox: Sandbox, resource: string, key: string): string {
  return String(sandbox.mock.records.get({ provider: 'twelvelabs', resource, key })?.['status']);
}

export function compareState(model: Model, sandbox: Sandbox): void {
  const held = (resource: string, ...fields: string[]) =>
    sandbox
      .records(resource)
      .map((one) => fields.map((field) => one[field] ?? '').join())
      .sort();
  expect(held('index', '_id', 'index_name')).toEqual(model.indexes.map(({ id, name }) => `${id},${name}`).sort());
  expect(held('task', '_id', 'video_id', 'index_id', 'status')).toEqual(
    model.tasks.map(({ id, video, index, status }) => [id, video, index, status].join()).sort(),
  );
  expect(held('indexedAsset', '_id', 'status')).toEqual(
    model.indexed.map(({ id, status }) => `${id},${status}`).sort(),
  );
  expect(held('asset', '_id', 'status')).toEqual(model.assets.map(({ id, status }) => `${id},${status}`).sort());
}

/** Something to build on: two indexes, a ready asset, and a task that has its video. */
export function start(sandbox: Sandbox): Model {
  const [index, other, asset, task] = ['a', 'b', 'c', 'd'].map((digit) => digit.repeat(24)) as [
    string,
    string,
    string,
    string,
  ];
  sandbox.put('index', index, { index_name: 'first' });
  sandbox.put('index', other, { index_name: 'second' });
  sandbox.put('asset', asset, { status: 'ready' });
  sandbox.put('task', task, { status: 'ready', index_id: index, video_id: task });
  sandbox.put('indexedAsset', task, { status: 'ready', index_id: index });
  return {
    indexes: [
      { id: index, name: 'first' },
      { id: other, name: 'second' },
    ],
    tasks: [{ id: task, video: task, index, status: 'ready', flows: false }],
    indexed: [{ id: task, index, asset: undefined, status: 'ready', flows: false, metadata: {} }],
    assets: [{ id: asset, status: 'ready', flows: false, metadata: {} }],
    gone: { indexes: [], tasks: [], indexed: [], assets: [] },
  };
}

const makes = [createIndex, createTask, createTask, createAsset, createIndexed, createIndexed, createIndexed];
const looks = [getIndex, getTask, getAsset, getIndexed, list, brokenPage];
const ends = [deleteIndex, deleteTask, deleteTask, deleteVideoThenTask, deleteAsset, deleteIndexed, deleteIndexed];
const changing = [renameIndex, patchIndexed, patchIndexed, changeAsset, listByMetadata, listUses];
export const steps = [...makes, ...looks, ...ends, ...changing, putState, putState, advance, advance];
