/** TwelveLabs indexes, tasks, videos and assets, told naively from sources 000 and 001 and the API reference. */
import { expect } from 'vitest';
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
}
export interface Asset {
  id: string;
  status: string;
  flows: boolean;
}
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
  const id = (answer.body as { _id?: string })._id;
  expect(id).toMatch(/^[0-9a-f]{24}$/);
  const known = [...model.indexes, ...model.tasks, ...model.indexed, ...model.assets].map((one) => one.id);
  expect([...known, ...Object.values(model.gone).flat()]).not.toContain(id);
  return id as string;
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
    model.assets.push({ id, status: 'processing', flows: true });
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
    model.indexed.push({ id, index, asset, status: 'pending', flows: true });
    const headers = { Location: expect.stringContaining(`/indexes/${index}/indexed-assets/${id}`) };
    return { status: 202, body: { _id: id, asset_id: asset }, headers };
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
