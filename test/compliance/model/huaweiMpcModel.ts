/** MPC transcoding tasks, told naively from source 003 and the neighbouring API pages: no engine, no contract files. */
import { expect } from 'vitest';
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

/** Source 003 for the record, and the neighbouring pages for the rest. */
export const api = {
  create(model: Model, project: string, body: Readonly<Record<string, unknown>>, answer: Answer) {
    if (project !== own) return otherProject;
    if (!('output' in body) || !('trans_template_id' in body || 'av_parameters' in body))
      return refused(403, 'MPC.10202');
    const id = (answer.body as { task_id?: number }).task_id;
    expect(id, 'task_id is a JSON integer').toSatisfy(Number.isInteger);
    expect([...model.gone, ...model.tasks.map((task) => task.id)], 'ids are never given twice').not.toContain(id);
    model.tasks.push({ id: id as number, project, status: 'WAITING', flows: true });
    return { status: 200, body: { task_id: id } };
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
