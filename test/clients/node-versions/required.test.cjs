const assert = require('node:assert/strict');
const { test } = require('node:test');
const { setupServer } = require('msw/node');
const { createMock, loadContract, startServer } = require('tombstone');
const { mockProvider } = require('tombstone/msw');

test('is required, with all that answers', async () => {
  const mpc = await mockProvider('huawei-mpc');
  const server = setupServer(...mpc.handlers);
  server.listen({ onUnhandledRequest: 'error' });
  const url =
    'https://mpc.cn-north-4.myhuaweicloud.com/v1/0a1b2c3d4e5f60718293a4b5c6d7e8f9/transcodings/task?task_id=100211';
  const answer = await fetch(url, { method: 'DELETE', headers: { 'x-auth-token': 'tombstone-token' } });
  server.close();
  assert.equal(answer.status, 204);
});

test('is required, as a mock alone', async () => {
  const mock = createMock([await loadContract('twelvelabs')]);
  assert.equal((await mock.fetch('http://mock/v1.3/tasks')).status, 401);
});

test('is required, to serve on a port until it is disposed of', async () => {
  const served = await startServer({ providers: ['huawei-mpc'], port: 0 });
  const record = `${served.url}/_tombstone/state/huawei-mpc/transcodingTask/100211`;
  assert.equal((await fetch(record)).status, 200);
  await served[Symbol.asyncDispose]();
  await assert.rejects(fetch(record));
});
