import assert from 'node:assert/strict';
import test from 'node:test';
import { startServer } from 'tombstone';

test('after a lost response, looking again is the only honest thing to do', async () => {
  const server = await startServer({ providers: ['twelvelabs'], port: 0 });
  const url = `${server.url}/v1.3/tasks/6298d673f1090f1100476d4c`;
  const headers = { 'x-api-key': 'tlk_tombstone' };
  try {
    server.mock.faults.once('twelvelabs/deleteTask', { loseResponse: true });

    await assert.rejects(fetch(url, { method: 'DELETE', headers })); // the task is gone, and nobody said so
    assert.equal((await fetch(url, { headers })).status, 404);

    server.mock.faults.add({ operation: 'twelvelabs/*', times: 1, fault: { status: 429, retryAfter: 1 } });
    const throttled = await fetch(url, { headers });
    assert.equal(throttled.headers.get('retry-after'), '1');
  } finally {
    await server.close();
  }
});
