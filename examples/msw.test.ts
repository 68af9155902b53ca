import { matchers, providerFixture } from 'tombstone/vitest';
import { test as base, describe, expect } from 'vitest';

expect.extend(matchers);

// A provider of its own for each test: it answers at the real hosts, from before the test until after it.
const test = base.extend({ mpc: providerFixture('huawei-mpc') });

// The client under test, with the URL it always calls.
const api = 'https://mpc.cn-north-4.myhuaweicloud.com/v1/0a1b2c3d4e5f60718293a4b5c6d7e8f9';
const deleteRecord = (task: number) =>
  fetch(`${api}/transcodings/task?task_id=${task}`, {
    method: 'DELETE',
    headers: { 'x-auth-token': 'tombstone-token' },
  });

describe('deleting the record of a transcoding task', () => {
  test('works once the task is over', async ({ mpc }) => {
    const { task_id } = mpc.db.transcodingTask.create({ status: 'SUCCEEDED' });
    expect((await deleteRecord(task_id)).status).toBe(204);
    expect(mpc).toHaveDeleted('transcodingTask', task_id);
    expect(mpc).toHaveSentNoBody();
  });

  test('is refused before', async ({ mpc }) => {
    const { task_id } = mpc.db.transcodingTask.create({ status: 'TRANSCODING' });
    const response = await deleteRecord(task_id);
    expect(response).toBeRefusedBy('huawei-mpc/deleteTranscodingTask/not-final');
    expect(mpc.db.transcodingTask.count({ where: { task_id: { equals: task_id } } })).toBe(1);
  });

  test('may have worked although no answer came', async ({ mpc }) => {
    const { task_id } = mpc.db.transcodingTask.create({ status: 'FAILED' });
    mpc.faults.once('deleteTranscodingTask', { loseResponse: true });
    await expect(deleteRecord(task_id)).rejects.toThrow();
    expect(mpc).toHaveDeleted('transcodingTask', task_id);
  });
});
