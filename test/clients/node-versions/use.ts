import { setupServer } from 'msw/node';
import { startServer } from 'tombstone';
import { type MockedProvider, mockProvider } from 'tombstone/msw';
import { matchers, providerFixture } from 'tombstone/vitest';
import { test as base, expect } from 'vitest';

expect.extend(matchers);
const mpc: MockedProvider<'huawei-mpc'> = await mockProvider('huawei-mpc');
const server = setupServer(...mpc.handlers);
base.extend({ mpc: providerFixture('huawei-mpc', { server }) })('a title', async ({ mpc: own }) => {
  await using served = await startServer({ port: 0 });
  const { task_id } = own.db.transcodingTask.create({ status: 'FAILED' });
  expect(own, served.url).toHaveDeleted('transcodingTask', task_id);
});
