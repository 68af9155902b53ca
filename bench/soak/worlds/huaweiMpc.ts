import {
  api,
  type Model,
  ofOwn,
  order,
  own,
  refused,
  type Status,
} from '../../../test/compliance/model/huaweiMpcModel.js';
import { follow } from '../../../test/compliance/model/support/follow.js';
import { huaweiToken } from '../../../test/compliance/model/support/sandbox.js';
import type { Dice } from '../dice.js';
import { forget, idFrom, overflow, type Turn, type World } from '../world.js';

const path = `/v1/${own}/transcodings`;
const place = { bucket: 'media', location: 'cn-north-4', object: 'a.mp4' };

export function huaweiMpc(now: () => number): World {
  const model: Model = { tasks: [], gone: [] };
  const id = (dice: Dice) =>
    idFrom(
      dice,
      model.tasks.map((task) => task.id),
      model.gone,
      7,
    );

  const create = (dice: Dice): Turn => {
    const body = { input: place, output: place, ...(dice.chance(0.9) ? { trans_template_id: [7000523] } : {}) };
    return {
      operation: 'createTranscodingTask',
      method: 'POST',
      target: path,
      content: { json: body },
      foresee: (answer) => api.create(model, own, body, answer, now()),
      makes: { resource: 'transcodingTask', key: 'task_id', as: 'task_id' },
    };
  };
  const cancel = (dice: Dice): Turn => {
    const task = id(dice);
    const target = `${path}?task_id=${task}${dice.chance(0.1) ? '.9' : ''}`;
    return {
      operation: 'cancelTranscodingTask',
      method: 'DELETE',
      target,
      foresee: () => api.cancel(model, own, task),
    };
  };
  const remove = (dice: Dice): Turn => {
    const task = id(dice);
    const target = `${path}/task?task_id=${task}`;
    return {
      operation: 'deleteTranscodingTask',
      method: 'DELETE',
      target,
      foresee: () => api.remove(model, own, task),
    };
  };
  const query = (dice: Dice): Turn => {
    const status = dice.of<Status>(['WAITING', 'TRANSCODING', 'SUCCEEDED', 'CANCELED']);
    const size = dice.of([0, 1, 10, 100, 101]);
    return {
      operation: 'listTranscodingTask',
      method: 'GET',
      target: `${path}?status=${status}&size=${size}`,
      foresee() {
        if (size < 1 || size > 100) return refused(400, 'MPC.10202');
        const total = ofOwn(model).filter((task) => task.status === status).length;
        return { status: 200, body: { total, is_truncated: total > size ? 1 : 0 } };
      },
    };
  };
  const broken = (): Turn => ({
    operation: 'deleteTranscodingTask',
    method: 'DELETE',
    target: `${path}/task?task_id=1&task_id=2`,
    foresee: () => refused(400, 'MPC.10202'),
  });

  return {
    provider: 'huawei-mpc',
    credentials: huaweiToken,
    next: (dice) => dice.of([create, create, create, cancel, remove, remove, remove, query, query, broken])(dice),
    follow(held, long) {
      const now = new Map(held('transcodingTask').map((one) => [one['task_id'], one['status'] as Status]));
      for (const task of model.tasks)
        if (order.includes(task.status)) task.status = follow(order, task.status, now.get(task.id) as Status, long);
    },
    compare: (held) => ({
      transcodingTask: [
        model.tasks.map((task) => `${task.id} ${task.status}`),
        held('transcodingTask').map((one) => `${one['task_id']} ${one['status']}`),
      ],
    }),
    trim() {
      forget(model.gone);
      return overflow(model.tasks).map((task) => ({ resource: 'transcodingTask', key: task.id }));
    },
  };
}
