import { expect, test } from 'vitest';
import { serving, tombstone } from './support/tombstone.js';

test('a rule is explained with when, effect, answer, basis, source, switch and place', async () => {
  const { status, stdout, stderr } = await tombstone('explain', 'huawei-mpc/deleteTranscodingTask/not-final');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout.replace(/yaml:\d+:\d+/, 'yaml:LINE:COLUMN')).toMatchInlineSnapshot(`
    "huawei-mpc/deleteTranscodingTask/not-final
    DELETE /v1/{project_id}/transcodings/task · Delete the record of a finished task

    when    the transcoding task is NEED_TO_BE_AUDIT, WAITING or TRANSCODING, and switch notFinalStatus is bad-request
    order   number 4: it decides only where none before it holds
    effect  changes nothing
    answer  400 notFinal
            {
              "error_code": "MPC.10213",
              "error_msg": "Operation failed. The task is not in the final state."
            }
    basis   documented
    source  MPC API Reference: Deletes Transcoding Task Records, "Status code 400" (2023-12-25)
            https://support.huaweicloud.com/intl/en-us/api-mpc/DeleteTranscodingTaskByConsole.html
    switch  notFinalStatus is bad-request (the default); it can be bad-request, forbidden
            Status of the refusal to delete the record of an unfinished task
            PUT /_tombstone/switches/huawei-mpc {"notFinalStatus":"…"}
    place   specs/huawei-mpc/lifecycle.yaml:LINE:COLUMN
    "
  `);
});

test('a row that a switch divides is explained for each of its values', async () => {
  const { stdout } = await tombstone('explain', 'huawei-mpc/deleteTranscodingTask/absent');
  for (const value of ['refuse', 'no-such-task', 'idempotent']) {
    expect(stdout).toContain(`huawei-mpc/deleteTranscodingTask/absent@${value}\n`);
  }
});

test('an operation lists its rules in the order they are tried', async () => {
  const { stdout } = await tombstone('explain', 'huawei-mpc/deleteTranscodingTask');
  expect(stdout).toMatchInlineSnapshot(`
    "huawei-mpc/deleteTranscodingTask
    DELETE /v1/{project_id}/transcodings/task · Delete the record of a finished task

    The first rule that holds decides:

      1. absent@refuse
         when    the transcoding task does not exist, and switch unknownTask is refuse
         effect  changes nothing
         answer  400 failed
         basis   inferred
      2. absent@no-such-task
         when    the transcoding task does not exist, and switch unknownTask is no-such-task
         effect  changes nothing
         answer  400 noSuchTask
         basis   inferred
      3. absent@idempotent
         when    the transcoding task does not exist, and switch unknownTask is idempotent
         effect  changes nothing
         answer  204 without content
         basis   inferred
      4. not-final
         when    the transcoding task is NEED_TO_BE_AUDIT, WAITING or TRANSCODING, and switch notFinalStatus is bad-request
         effect  changes nothing
         answer  400 notFinal
         basis   documented
      5. not-final-forbidden
         when    the transcoding task is NEED_TO_BE_AUDIT, WAITING or TRANSCODING, and switch notFinalStatus is forbidden
         effect  changes nothing
         answer  403 notFinal
         basis   effect documented, status inferred, body documented
      6. deleted
         when    the transcoding task is SUCCEEDED, FAILED or CANCELED
         effect  deletes the transcoding task
         answer  204 without content
         basis   documented

    tombstone explain huawei-mpc/deleteTranscodingTask/<rule> shows one with its sources;
    tombstone explain huawei-mpc lists the refusals that all operations share.
    "
  `);
});

test('a provider lists its operations, refusals and switches', async () => {
  const { stdout } = await tombstone('explain', 'huawei-mpc');
  expect(stdout).toContain('  deleteTranscodingTask  DELETE  /v1/{project_id}/transcodings/task\n');
  expect(stdout).toContain('  no-api          404\n');
  expect(stdout).toContain('    bad-request (default)  documented\n');
});

test.each(['huawei-mpc/no-api', 'twelvelabs/deleteTask/no-key', './test/fixtures/contracts/parcels/deleteParcel/busy'])(
  '%s is found',
  async (address) => {
    const { status, stdout } = await tombstone('explain', address);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^when {4}\S/m);
    expect(stdout).toMatch(/^place {3}.*\.yaml:\d+:\d+$/m);
  },
);

test('--json is one line that says the same', async () => {
  const { stdout } = await tombstone('explain', 'huawei-mpc/deleteTranscodingTask/not-final', '--json');
  expect(stdout.trimEnd()).not.toContain('\n');
  expect(JSON.parse(stdout)).toMatchObject({
    format: 1,
    operation: { id: 'deleteTranscodingTask', method: 'DELETE' },
    rules: [
      {
        rule: 'huawei-mpc/deleteTranscodingTask/not-final',
        answer: { status: 400, example: 'notFinal', body: { error_code: 'MPC.10213' } },
        basis: { effect: 'documented', status: 'documented', body: 'documented' },
        switches: [{ name: 'notFinalStatus', default: 'bad-request', holds: ['bad-request'] }],
        place: { file: 'specs/huawei-mpc/lifecycle.yaml' },
      },
    ],
  });
});

test('a number is an exchange of a running server, shown with the rule that decided it', async () => {
  await using server = await serving('huawei-mpc');
  await tombstone('request', 'huawei-mpc/deleteTranscodingTask', 'task_id=100213', '--target', server.url);
  const { stdout } = await tombstone('explain', '1', '--target', server.url);
  expect(stdout).toMatch(/^exchange 1 at /);
  expect(stdout).toContain('authorization: [redacted]\n');
  expect(stdout).toContain('Decided by huawei-mpc/deleteTranscodingTask/not-final.\n');
  expect(stdout).toContain('when    the transcoding task is NEED_TO_BE_AUDIT, WAITING or TRANSCODING');
  const json = JSON.parse((await tombstone('explain', '1', '--target', server.url, '--json')).stdout);
  expect(json).toMatchObject({ format: 1, exchange: { seq: 1 }, rules: [{ row: 'not-final' }] });
  expect((await tombstone('explain', '2', '--target', server.url)).stderr).toBe(
    `tombstone: The journal of ${server.url} has no exchange 2. It holds 1 to 1. [unknown-exchange]\n`,
  );
});

test.each([
  ['huawei-mcp', 'There is no provider "huawei-mcp"', 'Did you mean "huawei-mpc"?'],
  [
    'huawei-mpc/deleteTranscodingTaks',
    'huawei-mpc has no operation "deleteTranscodingTaks".',
    'Did you mean "deleteTranscodingTask"?',
  ],
  [
    'huawei-mpc/deleteTranscodingTask/not-finla',
    'huawei-mpc/deleteTranscodingTask has no rule "not-finla".',
    'Did you mean "not-final"?',
  ],
  ['1', 'Nothing answers at http://127.0.0.1:9', 'npx --no tombstone serve'],
])('%s is refused with the nearest name', async (address, message, hint) => {
  const { status, stderr } = await tombstone('explain', address, '--target', 'http://127.0.0.1:9');
  expect(status).toBe(2);
  expect(stderr).toContain(`tombstone: ${message}`);
  expect(stderr).toContain(hint);
});
