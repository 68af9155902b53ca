import assert from 'node:assert/strict';
import test from 'node:test';
import { setupServer } from 'msw/node';
import { mockProvider } from 'tombstone/msw';

test('the record of a transcoding task is deleted once the task is over', async (t) => {
  const mpc = await mockProvider('huawei-mpc');
  const server = setupServer(...mpc.handlers); // beside the handlers a project has already
  server.listen({ onUnhandledRequest: 'error' });
  t.after(() => server.close());

  const { task_id: task } = mpc.db.transcodingTask.create({ status: 'TRANSCODING' });
  const project = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';
  const url = `https://mpc.cn-north-4.myhuaweicloud.com/v1/${project}/transcodings/task?task_id=${task}`;
  const remove = () => fetch(url, { method: 'DELETE', headers: { 'x-auth-token': 'tombstone-token' } });

  const refused = await remove();
  assert.equal(refused.status, 400);
  assert.match(mpc.explain(refused), /Decided by huawei-mpc\/deleteTranscodingTask\/not-final/);

  const where = { task_id: { equals: task } };
  mpc.db.transcodingTask.update({ where, data: { status: 'CANCELED' } });
  assert.equal((await remove()).status, 204);
  assert.equal(mpc.db.transcodingTask.count({ where }), 0);
});
