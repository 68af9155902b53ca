import assert from 'node:assert/strict';
import { request } from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import test from 'node:test';
import { setupServer } from 'msw/node';
import { mockProvider } from 'tombstone/msw';

const mpc = await mockProvider('huawei-mpc', { fixtures: {} });
const server = setupServer(...mpc.handlers);
test.before(() => {
  server.listen({ onUnhandledRequest: 'error' });
  syncBuiltinESMExports();
});
test.after(() => server.close());
test.beforeEach(() => mpc.reset());

const transcodings = 'https://mpc.cn-north-4.myhuaweicloud.com/v1/0a1b2c3d4e5f60718293a4b5c6d7e8f9/transcodings';
const init = { method: 'DELETE', headers: { 'x-auth-token': 'tombstone-token' } };
const url = (task) => `${transcodings}/task?task_id=${task}`;
const make = (status) => mpc.db.transcodingTask.create({ status }).task_id;

test('is refused, then deleted, through fetch', async () => {
  const task = make('TRANSCODING');
  assert.equal((await fetch(url(task), init)).status, 400);
  mpc.db.transcodingTask.update({ where: { task_id: { equals: task } }, data: { status: 'CANCELED' } });
  assert.equal((await fetch(url(task), init)).status, 204);
  assert.equal(mpc.db.transcodingTask.count(), 0);
});

test('is deleted through node:https', async () => {
  const task = make('FAILED');
  const status = await new Promise((resolve, reject) => {
    request(url(task), init, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
  assert.equal(status, 204);
  assert.equal(mpc.deletedBy('transcodingTask', task)?.rule, 'huawei-mpc/deleteTranscodingTask/deleted');
});

test('is gone though its answer is lost, and the fetch is rejected as by a broken connection', async () => {
  const task = make('FAILED');
  mpc.faults.once('deleteTranscodingTask', { loseResponse: true });
  const error = await fetch(url(task), init).catch((reason) => reason);
  assert.ok(error instanceof TypeError);
  assert.equal(error.cause.code, 'UND_ERR_SOCKET');
  mpc.faults.once('deleteTranscodingTask', { reset: 'before' });
  assert.equal((await fetch(url(task), init).catch((reason) => reason)).cause.code, 'ECONNRESET');
  assert.equal(mpc.db.transcodingTask.count(), 0);
});

test('is not looked for in the network where the request is no operation', async (t) => {
  t.mock.method(console, 'error', () => undefined);
  const error = await fetch(`${transcodings}/tasks`, init).catch((reason) => reason);
  assert.equal((error.cause ?? error).code, 'unexpected-request');
  assert.match(mpc.unanswered[0].error.message, /huawei-mpc\/deleteTranscodingTask/);
});

test('is not answered by two sandboxes of one server', async () => {
  const [one, two] = await Promise.all([mockProvider('huawei-mpc'), mockProvider('huawei-mpc')]);
  assert.throws(() => setupServer(...one.handlers, ...two.handlers), { code: 'handlers-twice' });
});
