/** TwelveLabs indexes, tasks, videos and assets, told naively from sources 000 and 001 and the API reference. */
import assert from 'node:assert/strict';
import { follow } from './support/follow.js';
import type { Answer } from './support/sandbox.js';

export const taskOrder = ['uploading', 'validating', 'pending', 'queued', 'indexing', 'ready'];
export const indexedOrder = ['pending', 'queued', 'indexing', 'ready'];
export const assetOrder = ['processing', 'ready'];
export const never = 'ffffffffffffffffffffffff';
export const malformed = 'not-an-id';

export interface Index {
  id: string;
  name: string;
}
export interface Task {
  id: string;
  video: string;
  index: string;
  status: string;
  flows: boolean;
}
/** A video and an indexed asset are one thing under two paths; a task's video is one without an asset. */
export interface Indexed {
  id: string;
  index: string;
  asset: string | undefined;
  status: string;
  flows: boolean;
  metadata: Metadata;
}
export interface Asset {
  id: string;
  status: string;
  flows: boolean;
  metadata: Metadata;
}
export type Metadata = Readonly<Record<string, string | number | boolean>>;
/** Null removes a key. */
export type Changes = Readonly<Record<string, string | number | boolean | null>>;
export interface Model {
  indexes: Index[];
  tasks: Task[];
  indexed: Indexed[];
  assets: Asset[];
  gone: { indexes: string[]; tasks: string[]; indexed: string[]; assets: string[] };
}

export const refused = (status: number, code?: string) =>
  code === undefined ? { status } : { status, body: { code } };
export const notFound = refused(404, 'resource_not_exists');
export const badId = refused(400, 'parameter_invalid');
export const noContent = { status: 204, body: undefined };

/** Nothing but an id's look can be wrong with a request: asked before anything is looked for. */
export const isId = (id: string) => /^[0-9a-f]{24}$/.test(id);

export function newId(model: Model, answer: Answer): string {
  const id = String((answer.body as { _id?: string })._id);
  assert.match(id, /^[0-9a-f]{24}$/);
  const known = [...model.indexes, ...model.tasks, ...model.indexed, ...model.assets].map((one) => one.id);
  assert.ok(![...known, ...Object.values(model.gone).flat()].includes(id), 'ids are never given twice');
  return id;
}

const nameOf = (model: Model, index: string) => model.indexes.find(({ id }) => id === index)?.name;

export function merged(metadata: Metadata, changes: Changes): Metadata {
  const all = Object.entries({ ...metadata, ...changes });
  return Object.fromEntries(all.filter(([, value]) => value !== null)) as Metadata;
}

export const videosOf = (model: Model, index: string) => model.indexed.filter((one) => one.index === index);

export const api = {
  createIndex(model: Model, name: string, answer: Answer) {
    if (model.indexes.some((index) => index.name === name)) return refused(409, 'index_name_already_exists');
    const id = newId(model, answer);
    model.indexes.push({ id, name });
    return { status: 201, body: { _id: id } };
  },
  getIndex(model: Model, id: string) {
    if (!isId(id)) return badId;
    const index = model.indexes.find((one) => one.id === id);
    if (!index) return notFound;
    const ready = videosOf(model, id).filter(({ status }) => status === 'ready');
    return { status: 200, body: { _id: id, index_name: index.name, video_count: ready.length } };
  },
  renameIndex(model: Model, id: string, name: string) {
    if (!isId(id)) return badId;
    const index = model.indexes.find((one) => one.id === id);
    if (!index) return notFound;
    if (model.indexes.some((one) => one !== index && one.name === name))
      return refused(409, 'index_name_already_exists');
    index.name = name;
    return noContent;
  },
  /** Everything indexed in it goes with it; tasks and assets stay. */
  deleteIndex(model: Model, id: string) {
    if (!isId(id)) return badId;
    if (!model.indexes.some((one) => one.id === id)) return notFound;
    model.indexes = model.indexes.filter((one) => one.id !== id);
    model.gone.indexes.push(id);
    model.gone.indexed.push(...videosOf(model, id).map((one) => one.id));
    model.indexed = model.indexed.filter((one) => one.index !== id);
    return noContent;
  },
  createTask(model: Model, index: string, hasVideo: boolean, answer: Answer) {
    if (!hasVideo) return refused(400, 'parameter_not_provided');
    if (!model.indexes.some((one) => one.id === index)) return notFound;
    const id = newId(model, answer);
    model.tasks.push({ id, video: id, index, status: taskOrder[0] ?? '', flows: true });
    return { status: 200, body: { _id: id, video_id: id } };
  },
  getTask(model: Model, id: string) {
    if (!isId(id)) return badId;
    const task = model.tasks.find((one) => one.id === id);
    if (!task) return notFound;
    return { status: 200, body: { _id: id, video_id: task.video, index_id: task.index, status: task.status } };
  },
  /** Source 000: only ready or failed, and a ready one only after its video. */
  deleteTask(model: Model, id: string) {
    if (!isId(id)) return badId;
    const task = model.tasks.find((one) => one.id === id);
    if (!task) return notFound;
    const hasVideo = model.indexed.some((one) => one.id === task.video);
    if (task.status !== 'failed' && (task.status !== 'ready' || hasVideo))
      return refused(400, 'task_cannot_be_deleted');
    model.tasks = model.tasks.filter((one) => one !== task);
    model.gone.tasks.push(id);
    return noContent;
  },
  createAsset(model: Model, hasUrl: boolean, answer: Answer) {
    if (!hasUrl) return refused(400);
    const id = newId(model, answer);
    model.assets.push({ id, status: 'processing', flows: true, metadata: {} });
    return { status: 201, body: { _id: id, method: 'url', status: 'processing' } };
  },
  getAsset(model: Model, id: string) {
    if (!isId(id)) return badId;
    const asset = model.assets.find((one) => one.id === id);
    return asset ? { status: 200, body: { _id: id, status: asset.status } } : notFound;
  },
  /** The indexed assets made from it keep existing when it is forced away. */
  deleteAsset(model: Model, id: string, force: boolean) {
    if (!isId(id)) return badId;
    if (!model.assets.some((one) => one.id === id)) return notFound;
    if (!force && model.indexed.some((one) => one.asset === id)) return refused(409);
    model.assets = model.assets.filter((one) => one.id !== id);
    model.gone.assets.push(id);
    return noContent;
  },
  createIndexed(model: Model, index: string, asset: string, answer: Answer) {
    if (!isId(index)) return badId;
    if (!model.indexes.some((one) => one.id === index)) return notFound;
    const source = model.assets.find((one) => one.id === asset);
    if (!source) return notFound;
    if (source.status !== 'ready') return badId;
    const id = newId(model, answer);
    model.indexed.push({ id, index, asset, status: 'pending', flows: true, metadata: {} });
    return { status: 202, body: { _id: id, asset_id: asset } };
  },
  patchIndexed(model: Model, index: string, id: string, family: Family, changes: Changes) {
    const found = api.findIndexed(model, index, id, family);
    if (!('id' in found)) return found;
    found.metadata = merged(found.metadata, changes);
    return noContent;
  },
  /** PATCH merges, PUT replaces, DELETE leaves none. */
  changeAssetMetadata(model: Model, id: string, method: 'PATCH' | 'PUT' | 'DELETE', changes: Changes) {
    if (!isId(id)) return badId;
    const asset = model.assets.find((one) => one.id === id);
    if (!asset) return notFound;
    asset.metadata = method === 'DELETE' ? {} : merged(method === 'PUT' ? {} : asset.metadata, changes);
    return noContent;
  },
  /** Where an asset has been indexed, by the names the indexes have now. */
  usesOf(model: Model, id: string) {
    if (!isId(id)) return badId;
    if (!model.assets.some((one) => one.id === id)) return notFound;
    return model.indexed
      .filter((one) => one.asset === id)
      .map((one) => ({ _id: one.id, index: { _id: one.index, name: nameOf(model, one.index) } }));
  },
  /** Under the videos' path only what is ready is there. */
  findIndexed(model: Model, index: string, id: string, family: Family) {
    if (!isId(index) || !isId(id)) return badId;
    if (!model.indexes.some((one) => one.id === index)) return notFound;
    const found = videosOf(model, index).find((one) => one.id === id);
    return found && (family === 'indexed-assets' || found.status === 'ready') ? found : notFound;
  },
};

export type Family = 'videos' | 'indexed-assets';

/** Where the mock has come to in the time that has passed; only forward, and with what comes of it. */
export function passTime(
  model: Model,
  statusOf: (resource: 'task' | 'indexedAsset' | 'asset', id: string) => string,
  long: boolean,
): void {
  for (const task of model.tasks) {
    if (!task.flows || task.status === 'ready') continue;
    task.status = follow(taskOrder, task.status, statusOf('task', task.id), long);
    // Success makes the video; but not in an index that is gone.
    if (task.status === 'ready' && model.indexes.some(({ id }) => id === task.index)) {
      const { video: id, index } = task;
      model.indexed.push({ id, index, asset: undefined, status: 'ready', flows: false, metadata: {} });
    }
  }
  for (const one of model.indexed)
    if (one.flows && one.status !== 'ready')
      one.status = follow(indexedOrder, one.status, statusOf('indexedAsset', one.id), long);
  for (const one of model.assets)
    if (one.flows && one.status !== 'ready')
      one.status = follow(assetOrder, one.status, statusOf('asset', one.id), long);
}
