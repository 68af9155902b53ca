import { matchers, providerFixture } from 'tombstone/vitest';
import { test as base, expect } from 'vitest';
import { deleteTask } from './deleteTask.js';

expect.extend(matchers);
const test = base.extend({ modelarts: providerFixture('huawei-modelarts') });
const project = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';
const endpoint = `https://modelarts.cn-north-4.myhuaweicloud.com/v2/${project}`;

test('a completed task is deleted with its versions', async ({ modelarts }) => {
  const { task_id: task } = modelarts.db.processorTask.create({ status: 2 });
  const { task_version_id: version } = modelarts.db.processorTaskVersion.create({ task_id: task, status: 2 });
  expect(await deleteTask(endpoint, 'tombstone-token', task)).toBe('deleted');
  expect(modelarts).toHaveDeleted('processorTask', task);
  expect(modelarts).toHaveDeleted('processorTaskVersion', version);
});

test('a task that is being initialized is refused, which is not to be denied', async ({ modelarts }) => {
  const { task_id: task } = modelarts.db.processorTask.create({ status: 0 });
  expect(await deleteTask(endpoint, 'tombstone-token', task)).toBe('refused');
  expect(await deleteTask(endpoint, 'of-somebody-else', task)).toBe('denied');
  expect(modelarts).not.toHaveDeleted('processorTask', task);
});

test('a task that is deleted twice is absent the second time', async ({ modelarts }) => {
  const { task_id: task } = modelarts.db.processorTask.create({ status: 4 });
  expect(await deleteTask(endpoint, 'tombstone-token', task)).toBe('deleted');
  expect(await deleteTask(endpoint, 'tombstone-token', task)).toBe('absent');
});
