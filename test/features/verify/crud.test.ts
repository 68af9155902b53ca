import { expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/loadContract.js';
import { tombstone } from '../cli/support/tombstone.js';
import { startCrudMock } from './support/crudMock.js';

async function transcoding() {
  const { compiled } = await loadContract('huawei-mpc');
  let key = 900_000;
  const newKey = () => {
    key += 1;
    return key;
  };
  return startCrudMock(compiled.document, { key: 'task_id', newKey, defaults: { status: 'WAITING' } });
}

test('a mock that keeps no state is told which rules it breaks, in words a person understands', async () => {
  await using mock = await transcoding();
  const { status, stdout, stderr } = await tombstone('verify', 'huawei-mpc', '--target', mock.url, '--wait', '50ms');
  expect(stderr).toBe('');
  expect(stdout).toContain('✗ huawei-mpc/deleteTranscodingTask/not-final/WAITING');
  expect(stdout).toContain(
    'Expected 400 because the transcoding task is WAITING (documented: MPC API Reference: Deletes Transcoding Task Records, "Status code 400" (2023-12-25)); the server answered 204, and the transcoding task is gone.',
  );
  expect(stdout).toContain(
    'Expected 403 because a required input is missing in the body (documented: MPC API Reference: Creating a Transcoding Task (2024-03-14)); the server answered 200.',
  );
  expect(stdout).toContain('was still WAITING after 50 ms; SUCCEEDED was waited for (--wait).');
  expect(stdout).toMatch(/^10 +violate what is documented$/m);
  expect(stdout).not.toContain('is left behind');
  expect([status, mock.held()]).toEqual([1, 0]);
});
