import { matchers, providerFixture } from 'tombstone/vitest';
import { test as base, expect } from 'vitest';
import { deleteRecord } from './deleteRecord.js';

expect.extend(matchers);
const test = base.extend({ mpc: providerFixture('huawei-mpc') });
const account = { region: 'af-south-1', project: '0a1b2c3d4e5f60718293a4b5c6d7e8f9', token: 'tombstone-token' };

// Each has a world of its own, so they may run at the same time.
test.concurrent('the record of a task that is over is deleted at once', async ({ mpc, expect }) => {
  const { task_id: task } = mpc.db.transcodingTask.create({ status: 'SUCCEEDED' });
  expect(await deleteRecord(account, task)).toBe('deleted');
  expect(mpc.journal.list().map(({ operation }) => operation)).toEqual(['huawei-mpc/deleteTranscodingTask']);
});

test.concurrent('a task that is queued is canceled, then its record is deleted', async ({ mpc, expect }) => {
  const { task_id: task } = mpc.db.transcodingTask.create({ status: 'WAITING' });
  expect(await deleteRecord(account, task)).toBe('deleted');
  expect(mpc).toHaveDeleted('transcodingTask', task);
});

test.concurrent('a task that runs is left alone', async ({ mpc, expect }) => {
  const { task_id: task } = mpc.db.transcodingTask.create({ status: 'TRANSCODING' });
  expect(await deleteRecord(account, task)).toBe('refused');
  expect(mpc.db.transcodingTask.findFirst({ where: { task_id: { equals: task } } })?.status).toBe('TRANSCODING');
});

// The provider does not document its answer. A client has to be right whichever it is.
for (const unknownTask of ['refuse', 'no-such-task'])
  test.concurrent(`a record that is not there is absent, with switch ${unknownTask}`, async ({ mpc, expect }) => {
    mpc.switches.set({ unknownTask });
    expect(await deleteRecord(account, 1)).toBe('absent');
  });
