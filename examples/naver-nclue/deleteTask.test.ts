import { matchers, providerFixture } from 'tombstone/vitest';
import { test as base, expect } from 'vitest';
import { deleteTask } from './deleteTask.js';

expect.extend(matchers);
const test = base.extend({ nclue: providerFixture('naver-nclue') });
const keys = { accessKey: 'TOMBSTONEAK', secret: 'TOMBSTONESK' };

test('a completed task is deleted, with a signature that is really checked', async ({ nclue }) => {
  const { task_id: task } = nclue.db.task.create({ status: 'completed' });
  await expect(deleteTask({ ...keys, secret: 'wrong' }, task)).rejects.toThrow('401');
  expect(await deleteTask(keys, task)).toBe('deleted');
  expect(nclue).toHaveDeleted('task', task);
  expect(nclue).toHaveSentNoBody();
});

test('a task whose run is not done is in use, until it is', async ({ nclue }) => {
  const { task_id: task } = nclue.db.task.create({ status: 'completed' });
  const { run_id: run } = nclue.db.taskRun.create({ task_id: task, status: 'in_progress' });
  expect(await deleteTask(keys, task)).toBe('in-use');
  expect(nclue.exchange()?.rule).toBe('naver-nclue/deleteTask/in-use');

  nclue.db.taskRun.update({ where: { run_id: { equals: run } }, data: { status: 'failed' } });
  expect(await deleteTask(keys, task)).toBe('deleted');
});

test('a task that runs is refused, and stays', async ({ nclue }) => {
  const { task_id: task } = nclue.db.task.create({ status: 'in_progress' });
  expect(await deleteTask(keys, task)).toBe('running');
  expect(nclue.db.task.count({ where: { task_id: { equals: task } } })).toBe(1);
});
