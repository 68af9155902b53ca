import { matchers, providerFixture } from 'tombstone/vitest';
import { test as base, expect } from 'vitest';
import { removeTask } from './removeTask.js';

expect.extend(matchers);
const test = base.extend({ twelvelabs: providerFixture('twelvelabs') });
const index_id = '6298d673f1090f1100476d4c';

test('a ready task is deleted after its video', async ({ twelvelabs }) => {
  const { _id: video } = twelvelabs.db.indexedAsset.create({ status: 'ready', index_id });
  const { _id: id } = twelvelabs.db.task.create({ status: 'ready', index_id, video_id: video });

  expect(await removeTask('tlk_tombstone', id)).toBe('deleted');
  expect(twelvelabs).toHaveDeleted('indexedAsset', video);
  expect(twelvelabs).toHaveDeleted('task', id);
});

test('a task that is being indexed is refused, and stays', async ({ twelvelabs }) => {
  const { _id: id } = twelvelabs.db.task.create({ status: 'indexing', index_id });
  expect(await removeTask('tlk_tombstone', id)).toBe('refused');
  expect(twelvelabs).not.toHaveDeleted('task', id);
});

test('a service that is down is not taken for a deleted task', async ({ twelvelabs }) => {
  const { _id: id } = twelvelabs.db.task.create({ status: 'failed', index_id });
  twelvelabs.faults.once('deleteTask', { status: 503 });
  await expect(removeTask('tlk_tombstone', id)).rejects.toThrow('503');
  expect(await removeTask('tlk_tombstone', id)).toBe('deleted');
  expect(await removeTask('tlk_tombstone', id)).toBe('absent');
});
