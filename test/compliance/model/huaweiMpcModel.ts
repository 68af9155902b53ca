/** MPC transcoding tasks, told naively from source 003 and the neighbouring API pages: no engine, no contract files. */
import assert from 'node:assert/strict';
import type { Answer } from './support/sandbox.js';

export const own = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';
export const foreign = 'ffffffffffffffffffffffffffffffff';
export const statuses = ['NEED_TO_BE_AUDIT', 'WAITING', 'TRANSCODING', 'SUCCEEDED', 'FAILED', 'CANCELED'] as const;
export const order: readonly Status[] = ['WAITING', 'TRANSCODING', 'SUCCEEDED'];
export type Status = (typeof statuses)[number];

export interface Task {
  id: number;
  project: string;
  status: Status;
  flows: boolean;
  /** When it was created, on the sandbox's clock. */
  created: number;
}

export interface Model {
  tasks: Task[];
  gone: number[];
}

export const refused = (status: number, code: string, message?: string) => ({
  status,
  body: message === undefined ? { error_code: code } : { error_code: code, error_msg: message },
});
export const invalid = refused(400, 'MPC.10202');
export const otherProject = refused(403, 'MPC.10208');

export const ofOwn = (model: Model) => model.tasks.filter((task) => task.project === own);

/** Source 003 for the record, and the neighbouring pages for the rest. */
export const api = {
  create(model: Model, project: string, body: Readonly<Record<string, unknown>>, answer: Answer, now: number) {
    if (project !== own) return otherProject;
    if (!('output' in body) || !('trans_template_id' in body || 'av_parameters' in body))
      return refused(403, 'MPC.10202');
    const id = (answer.body as { task_id?: number }).task_id;
    assert.ok(typeof id === 'number' && Number.isInteger(id), 'task_id is a JSON integer');
    assert.ok(![...model.gone, ...model.tasks.map((task) => task.id)].includes(id), 'ids are never given twice');
    model.tasks.push({ id, project, status: 'WAITING', flows: true, created: now });
    return { status: 200, body: { task_id: id } };
  },
  /** Figures for days given as yyyymmdd; how many tasks there were is the one figure a mock can know. */
  summary(model: Model, project: string, from: string, to: string) {
    if (project !== own) return otherProject;
    if (from > to) return invalid;
    const day = (time: number) => new Date(time).toISOString().slice(0, 10).replaceAll('-', '');
    const counted = ofOwn(model).filter(({ created }) => day(created) >= from && day(created) <= to);
    return { status: 200, body: { total: counted.length, stat_type: 'transcode_task_number' } };
  },
  cancel(model: Model, project: string, id: number) {
    if (project !== own) return otherProject;
    const task = model.tasks.find((one) => one.id === id && one.project === own);
    if (task?.status !== 'WAITING') return refused(400, 'MPC.10212', 'Operation failed.');
    task.status = 'CANCELED';
    return { status: 204, body: undefined };
  },
  remove(model: Model, project: string, id: number) {
    if (project !== own) return otherProject;
    const task = model.tasks.find((one) => one.id === id && one.project === own);
    if (!task) return refused(400, 'MPC.10212', 'Operation failed.');
    if (task.status !== 'CANCELED' && task.status !== 'SUCCEEDED' && task.status !== 'FAILED')
      return refused(400, 'MPC.10213', 'Operation failed. The task is not in the final state.');
    model.tasks = model.tasks.filter((one) => one !== task);
    model.gone.push(id);
    return { status: 204, body: undefined };
  },
};
