/** The life of a transcoding task, at the address of the real service, signed with AK and SK. */
const assert = require('node:assert/strict');
const { setTimeout: delay } = require('node:timers/promises');
const { mpcClient } = require('./mpcClient.cjs');

const account = {
  ak: 'TOMBSTONEAK',
  sk: 'TOMBSTONESK',
  projectId: '0a1b2c3d4e5f60718293a4b5c6d7e8f9',
  endpoint: 'https://mpc.cn-north-4.myhuaweicloud.com',
};
const mpc = mpcClient(account);
const clip = (object) => ({ bucket: 'example-bucket', location: 'cn-north-4', object });

(async () => {
  const { task_id } = await mpc.createTranscodingTask({
    input: clip('in.mp4'),
    output: clip('out'),
    trans_template_id: [7000523],
  });
  const list = async () =>
    (await mpc.listTranscodingTask({ task_id: [task_id] })).task_array.map((task) => task.status);
  const remove = (client = mpc) => client.deleteTranscodingTaskByConsole({ task_id });

  await assert.rejects(remove(), { httpStatusCode: 400, errorCode: 'MPC.10213' });
  while (String(await list()) !== 'SUCCEEDED') await delay(100);
  await assert.rejects(remove(mpcClient({ ...account, sk: 'WRONGSK' })), {
    httpStatusCode: 401,
    errorCode: 'APIGW.0301',
  });
  assert.equal((await remove()).httpStatusCode, 204);
  assert.deepEqual(await list(), []);
  await assert.rejects(remove(), { httpStatusCode: 400, errorCode: 'MPC.10212' });
})();
