import {
  api,
  done,
  type Model,
  never,
  order,
  own,
  type Status,
} from '../../../test/compliance/model/huaweiModelartsModel.js';
import { follow } from '../../../test/compliance/model/support/follow.js';
import { huaweiToken } from '../../../test/compliance/model/support/sandbox.js';
import type { Dice } from '../dice.js';
import { forget, idFrom, overflow, type Turn, type World } from '../world.js';

const path = `/v2/${own}/processor-tasks`;
const inputs = [{ type: 'OBS', source: '/bucket/in/' }];
const template = { id: 'sys_data_cleaning', operator_params: [] };

export function huaweiModelarts(): World {
  const model: Model = { tasks: [], versions: [], results: [], gone: [], goneVersions: [] };
  const taskId = (dice: Dice) =>
    idFrom(
      dice,
      model.tasks.map((task) => task.id),
      model.gone,
      never,
    );
  const versionOf = (dice: Dice) => {
    const known = model.versions.map((one) => one.id);
    const id = idFrom(dice, known, model.goneVersions, never);
    return { id, task: model.versions.find((one) => one.id === id)?.task ?? taskId(dice) };
  };

  const create = (dice: Dice): Turn => {
    const name = `task-${Math.floor(dice() * 200)}`;
    const body = { name, template, ...(dice.chance(0.9) ? { inputs } : {}) };
    return {
      operation: 'createProcessorTask',
      method: 'POST',
      target: path,
      content: { json: body },
      foresee: (answer) => api.create(model, body, answer),
      makes: { resource: 'processorTask', key: 'task_id', as: 'task_id' },
    };
  };
  const get = (dice: Dice): Turn => {
    const id = taskId(dice);
    const target = `${path}/${id}`;
    return { operation: 'getProcessorTask', method: 'GET', target, foresee: () => api.get(model, id) };
  };
  const update = (dice: Dice): Turn => {
    const id = taskId(dice);
    const content = { json: { description: `told ${Math.floor(dice() * 9)}` } };
    return {
      operation: 'updateProcessorTask',
      method: 'PUT',
      target: `${path}/${id}`,
      content,
      foresee: () => api.update(model, id, content.json.description),
    };
  };
  const remove = (dice: Dice): Turn => {
    const id = taskId(dice);
    const target = `${path}/${id}`;
    return { operation: 'deleteProcessorTask', method: 'DELETE', target, foresee: () => api.remove(model, id) };
  };
  const list = (dice: Dice): Turn => {
    const status = dice.of<Status>([0, 1, 2, 3, 4]);
    return {
      operation: 'listProcessorTasks',
      method: 'GET',
      target: `${path}?status=${status}&limit=5`,
      foresee: () => ({ status: 200, body: { count: model.tasks.filter((task) => task.status === status).length } }),
    };
  };
  const createVersion = (dice: Dice): Turn => {
    const id = taskId(dice);
    return {
      operation: 'createVersion',
      method: 'POST',
      target: `${path}/${id}/versions`,
      content: { json: { name: 'again', inputs } },
      foresee: (answer) => api.createVersion(model, id, answer),
      makes: { resource: 'processorTaskVersion', key: 'task_version_id', as: 'version_id' },
    };
  };
  const stop = (dice: Dice): Turn => {
    const { id, task } = versionOf(dice);
    return {
      operation: 'stopVersion',
      method: 'POST',
      target: `${path}/${task}/versions/${id}/stop`,
      foresee() {
        const found = api.version(model, task, id, 404);
        if ('body' in found) return found;
        if (found.status === 1) found.status = 4;
        return done;
      },
    };
  };
  const removeVersion = (dice: Dice): Turn => {
    const { id, task } = versionOf(dice);
    return {
      operation: 'deleteVersion',
      method: 'DELETE',
      target: `${path}/${task}/versions/${id}`,
      foresee() {
        const found = api.version(model, task, id, 400);
        if ('body' in found) return found;
        model.versions = model.versions.filter((one) => one !== found);
        model.goneVersions.push(id);
        return { status: 204 };
      },
    };
  };
  const results = (dice: Dice): Turn => {
    const { id, task } = versionOf(dice);
    return {
      operation: 'listResults',
      method: 'GET',
      target: `${path}/${task}/versions/${id}/results`,
      foresee() {
        const found = api.results(model, task, id, -1);
        return Array.isArray(found) ? { status: 200, body: { count: 0 } } : found;
      },
    };
  };

  const ofTasks = [create, create, get, update, remove, remove, list];
  const ofVersions = [createVersion, createVersion, stop, removeVersion, removeVersion, results];
  return {
    provider: 'huawei-modelarts',
    credentials: huaweiToken,
    next: (dice) => dice.of([...ofTasks, ...ofVersions])(dice),
    follow(held, long) {
      const rows = [...held('processorTask'), ...held('processorTaskVersion')];
      const now = new Map(rows.map((one) => [one['task_version_id'] ?? one['task_id'], one['status'] as Status]));
      for (const one of [...model.tasks, ...model.versions])
        if (order.includes(one.status)) one.status = follow(order, one.status, now.get(one.id) as Status, long);
    },
    compare: (held) => ({
      processorTask: [
        model.tasks.map(({ id, name, status, description }) => `${id} ${name} ${status} ${description ?? ''}`),
        held('processorTask').map((one) => `${one['task_id']} ${one['name']} ${one['status']} ${one['description']}`),
      ],
      processorTaskVersion: [
        model.versions.map(({ id, task, name, status }) => `${id} ${task} ${name} ${status}`),
        held('processorTaskVersion').map(
          (one) => `${one['task_version_id']} ${one['task_id']} ${one['version_name']} ${one['status']}`,
        ),
      ],
    }),
    trim() {
      forget(model.gone);
      forget(model.goneVersions);
      const versions = overflow(model.versions).map(({ id }) => ({ resource: 'processorTaskVersion', key: id }));
      // Control takes one record; the versions of a task go first.
      const tasks = overflow(model.tasks);
      const orphans = model.versions.filter((version) => tasks.some((task) => task.id === version.task));
      model.versions = model.versions.filter((version) => !orphans.includes(version));
      return [
        ...versions,
        ...orphans.map(({ id }) => ({ resource: 'processorTaskVersion', key: id })),
        ...tasks.map(({ id }) => ({ resource: 'processorTask', key: id })),
      ];
    },
  };
}
