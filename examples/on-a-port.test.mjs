import assert from 'node:assert/strict';
import test from 'node:test';
import { startServer } from 'tombstone';

test('a transcoding record that is not final stays', async () => {
  const server = await startServer({ providers: ['huawei-mpc'], port: 0, pace: 'manual' });
  try {
    const record = { provider: 'huawei-mpc', resource: 'transcodingTask', key: 7 };
    server.mock.records.put(record, { status: 'TRANSCODING' });

    const path = '/v1/0a1b2c3d4e5f60718293a4b5c6d7e8f9/transcodings/task?task_id=7';
    const response = await fetch(server.url + path, {
      method: 'DELETE',
      headers: { 'x-auth-token': 'tombstone-token' },
    });

    assert.equal(response.status, 400);
    assert.deepEqual(await response.json(), {
      error_code: 'MPC.10213',
      error_msg: 'Operation failed. The task is not in the final state.',
    });
    assert.equal(server.mock.records.get(record).status, 'TRANSCODING');
  } finally {
    await server.close();
  }
});
