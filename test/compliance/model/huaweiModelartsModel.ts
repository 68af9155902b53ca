/** ModelArts processing tasks and versions, told naively from source 002 and the neighbouring API pages. */
import assert from 'node:assert/strict';
import type { Answer } from './support/sandbox.js';

export const own = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';
export const foreign = 'ffffffffffffffffffffffffffffffff';
/** initialized, running, completed, failed, stopped */
export type Status = 0 | 1 | 2 | 3 | 4;
export const order: readonly Status[] = [0, 1, 2];
export const never = 'SNEJua7qdZZN8GvkcEr';

export interface Task {
  id: string;
  name: string;
  description: string | undefined;
  status: Status;
  flows: boolean;
  /** How many versions it ever had: names count on. */
  versions: number;
}

export interface Version {
  id: string;
  task: string;
  name: string;
  status: Status;
  flows: boolean;
}

/** A sample a version has worked on; only control makes one. */
export interface Result {
  id: string;
  version: string;
  /** 0 kept, 1 modified, 2 deleted, 3 added. */
  property: number;
}

export interface Model {
  tasks: Task[];
  versions: Version[];
  results: Result[];
  gone: string[];
  goneVersions: string[];
}

export const refused = (status: number, code: string) => ({ status, body: { error_code: code } });
export const otherProject = refused(403, 'ModelArts.0210');
/** Neither delete lists 404: what is not there is a 400, as the table of codes has it; the other operations list 404. */
export const noTask = (status: 400 | 404) => refused(status, 'ModelArts.4700');
export const noVersion = (status: 400 | 404) => refused(status, 'ModelArts.4851');
export const notFinished = refused(403, 'ModelArts.4613');
export const done = { status: 200, body: {} };

export function newId(model: Model, answer: Answer, name: 'task_id' | 'version_id'): string {
  const id = (answer.body as Record<string, unknown>)[name];
  assert.match(String(id), /^[0-9A-Za-z]{19}$/, 'ids look like the documented ones');
  const known = [...model.tasks, ...model.versions].map((one) => one.id);
  assert.ok(![...known, ...model.gone, ...model.goneVersions].includes(String(id)), 'ids are never given twice');
  return String(id);
}

export function addVersion(model: Model, task: Task, id: string): Version {
  task.versions += 1;
  const name = `V${String(task.versions).padStart(3, '0')}`;
  const version: Version = { id, task: task.id, name, status: 0, flows: true };
  model.versions.push(version);
  return version;
}

export const api = {
  create(model: Model, body: Readonly<Record<string, unknown>>, answer: Answer) {
    const sources = Number('data_source' in body) + Number('inputs' in body);
    if (!('name' in body) || !('template' in body) || sources !== 1) return { status: 400 };
    if (model.tasks.some(({ name }) => name === body['name'])) return refused(400, 'ModelArts.4709');
    const id = newId(model, answer, 'task_id');
    const name = body['name'] as string;
    model.tasks.push({ id, name, description: undefined, status: 0, flows: true, versions: 0 });
    return { status: 200, body: { task_id: id } };
  },
  get(model: Model, id: string) {
    const task = model.tasks.find((one) => one.id === id);
    if (!task) return noTask(404);
    const { name, status, description } = task;
    const count = model.versions.filter((version) => version.task === id).length;
    return {
      status: 200,
      body: { task_id: id, name, status, version_count: count, ...(description ? { description } : {}) },
    };
  },
  update(model: Model, id: string, description: string) {
    const task = model.tasks.find((one) => one.id === id);
    if (!task) return noTask(404);
    if (description.length > 256 || /[\^!<>=&"']/.test(description)) return { status: 400 };
    task.description = description;
    return done;
  },
  remove(model: Model, id: string) {
    const task = model.tasks.find((one) => one.id === id);
    if (!task) return noTask(400);
    if (task.status === 0) return refused(403, 'ModelArts.4850');
    model.tasks = model.tasks.filter((one) => one !== task);
    model.gone.push(id);
    for (const version of model.versions) if (version.task === id) model.goneVersions.push(version.id);
    model.versions = model.versions.filter((version) => version.task !== id);
    return done;
  },
  createVersion(model: Model, id: string, answer: Answer) {
    const task = model.tasks.find((one) => one.id === id);
    if (!task) return noTask(404);
    const version = addVersion(model, task, newId(model, answer, 'version_id'));
    return { status: 200, body: { version_id: version.id } };
  },
  /** All that can be chosen for processing: everything but the analysis. */
  items() {
    const templates = ['augmentation', 'cleaning', 'selection', 'validation'].map((name) => `sys_data_${name}`);
    return { total: templates.length, templates };
  },
  /** The page's name for "all" is -1. */
  results(model: Model, task: string, id: string, property: number): Result[] | { status: number; body: object } {
    if (!model.tasks.some((one) => one.id === task)) return noTask(404);
    const version = model.versions.find((one) => one.id === id && one.task === task);
    if (!version) return noVersion(404);
    if (version.status < 2) return notFinished;
    return model.results.filter((one) => one.version === id && (property === -1 || one.property === property));
  },
  version(model: Model, task: string, id: string, missing: 400 | 404) {
    if (!model.tasks.some((one) => one.id === task)) return noTask(missing);
    const version = model.versions.find((one) => one.id === id && one.task === task);
    return version ?? noVersion(missing);
  },
};
