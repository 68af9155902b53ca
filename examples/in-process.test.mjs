import assert from 'node:assert/strict';
import test from 'node:test';
import { createMock, loadContract } from 'tombstone';

test('a task is deleted only after its video', async () => {
  const mock = createMock([await loadContract('twelvelabs')]);
  const call = (method, path, init) =>
    mock.fetch(`https://api.twelvelabs.io/v1.3${path}`, { method, headers: { 'x-api-key': 'tlk_tombstone' }, ...init });

  const form = new FormData();
  form.set('index_id', '6298d673f1090f1100476d4c');
  form.set('video_url', 'https://example.com/harbour.mp4');
  const { _id } = await (await call('POST', '/tasks', { body: form })).json();

  assert.equal((await call('DELETE', `/tasks/${_id}`)).status, 400); // still being indexed
  mock.clock.advance('1m'); // the clock stands until it is told; now the task is ready
  assert.equal((await call('DELETE', `/tasks/${_id}`)).status, 400); // its video exists

  await call('DELETE', `/indexes/6298d673f1090f1100476d4c/videos/${_id}`);
  const deleted = await call('DELETE', `/tasks/${_id}`);
  assert.equal(deleted.status, 204);
  assert.equal(deleted.headers.get('x-tombstone-rule'), 'twelvelabs/deleteTask/deleted');
  assert.equal(mock.records.get({ provider: 'twelvelabs', resource: 'task', key: _id }), undefined);
});
