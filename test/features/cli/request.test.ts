import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Serving, serving, shell, tombstone } from './support/tombstone.js';

let server: Serving;
beforeAll(async () => {
  server = await serving();
});
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(async () => {
  await fetch(`${server.url}/_tombstone/reset`, { method: 'POST' });
});

const ask = async (...args: string[]) => {
  const { status, stdout, stderr } = await tombstone('request', ...args, '--target', server.url);
  return { status, stderr, stdout: stdout.replaceAll(server.url, 'URL').replace(/(x-request-id): .*/, '$1: …') };
};

test('a signed request is shown with its answer, the rule that decided and its basis', async () => {
  const { status, stdout, stderr } = await ask('huawei-mpc/deleteTranscodingTask', 'task_id=100211');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatchInlineSnapshot(`
    "DELETE URL/v1/0a1b2c3d4e5f60718293a4b5c6d7e8f9/transcodings/task?task_id=100211 (AkSk TOMBSTONEAK)

    204 No Content
    x-request-id: …

    (no content)

    rule: huawei-mpc/deleteTranscodingTask/deleted
          the transcoding task is SUCCEEDED, FAILED or CANCELED
          documented · MPC API Reference: Deletes Transcoding Task Records, "Function" (2023-12-25)
    "
  `);
});

test('an answer with a body is shown raw where nobody looks', async () => {
  const { status, stdout } = await ask('huawei-mpc/deleteTranscodingTask', 'task_id=100212');
  expect(status).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "DELETE URL/v1/0a1b2c3d4e5f60718293a4b5c6d7e8f9/transcodings/task?task_id=100212 (AkSk TOMBSTONEAK)

    400 Bad Request
    content-type: application/json
    x-request-id: …

    {"error_code":"MPC.10213","error_msg":"Operation failed. The task is not in the final state."}

    rule: huawei-mpc/deleteTranscodingTask/not-final
          the transcoding task is NEED_TO_BE_AUDIT, WAITING or TRANSCODING, and switch notFinalStatus is bad-request
          documented · MPC API Reference: Deletes Transcoding Task Records, "Status code 400" (2023-12-25)
    "
  `);
});

test('--fail makes a status from 400 on the exit status 1, and leaves others alone', async () => {
  expect((await ask('huawei-mpc/deleteTranscodingTask', 'task_id=100212', '--fail')).status).toBe(1);
  expect((await ask('huawei-mpc/deleteTranscodingTask', 'task_id=100211', '--fail')).status).toBe(0);
});

test.each([
  ['naver-nclue/deleteTask', 'task_id=9e6fecc9-0079-4c5e-a0c6-f387e6221afa', '200 OK'],
  ['huawei-modelarts/deleteProcessorTask', 'task_id=SNEJua7qdZZN8GvkcEr', '200 OK'],
  ['twelvelabs/deleteTask', 'task_id=6298d673f1090f1100476d4c', '204 No Content'],
])('%s is signed the way its provider asks for', async (operation, argument, line) => {
  expect((await ask(operation, argument)).stdout.split('\n')).toContain(line);
});

test.each([
  ['TOMBSTONEAK:wrong', '401 Unauthorized'],
  ['none', '401 Unauthorized'],
  ['tombstone-token', '204 No Content'],
  ['TOMBSTONEAK:TOMBSTONESK', '204 No Content'],
])('--credentials %s are used instead', async (credentials, line) => {
  const { stdout } = await ask('huawei-mpc/deleteTranscodingTask', 'task_id=100211', '--credentials', credentials);
  expect(stdout.split('\n')).toContain(line);
});

test('a refused credential is explained as the journal of the server explains it', async () => {
  const wrong = ['huawei-mpc/deleteTranscodingTask', 'task_id=100211', '--credentials', 'TOMBSTONEAK:wrong'];
  const { stdout } = await ask(...wrong);
  expect(stdout).toMatch(/^The signature does not match the request as it arrived\./m);
  expect(stdout).toMatch(/^task_id=100211\nhost:127\.0\.0\.1:\d+$/m);
  expect(JSON.parse((await ask(...wrong, '--json')).stdout).explanation).toContain('String to sign:');
  const none = await ask('huawei-mpc/deleteTranscodingTask', 'task_id=100211', '--credentials', 'none');
  expect(none.stdout).toMatch(/^The request carries no credential\./m);
});

test('a required body starts as the example of the contract, and takes the values given', async () => {
  const { stdout } = await ask('naver-nclue/createTask', 'name=mine', '--json');
  const { response } = JSON.parse(stdout);
  expect(response.status).toBe(200);
  expect(JSON.parse(response.body)).toMatchObject({ task_name: 'mine', train_bucket: 'nclue-data' });
});

test('a form is sent as one', async () => {
  const { stdout } = await ask('twelvelabs/createTask', 'enable_video_stream=false');
  expect(stdout).toContain('twelvelabs/createTask/created');
});

test('a name given twice is sent twice, and undeclared names where they are said to go', async () => {
  const { stdout } = await ask(
    'huawei-mpc/listTranscodingTask',
    'task_id=100211',
    'task_id=100212',
    'query.x=a b',
    '--json',
  );
  const { request, response } = JSON.parse(stdout);
  expect(request.url).toMatch(/\?task_id=100211&task_id=100212&x=a%20b$/);
  expect(JSON.parse(response.body).total).toBe(2);
});

test('--json is one line with request, response, rule and basis, and without credentials', async () => {
  const { stdout } = await ask('twelvelabs/deleteTask', 'task_id=6298d673f1090f1100476d4c', '--json');
  expect(stdout.trimEnd()).not.toContain('\n');
  expect(JSON.parse(stdout)).toMatchObject({
    format: 1,
    request: { method: 'DELETE', url: 'URL/v1.3/tasks/6298d673f1090f1100476d4c' },
    response: { status: 204, reason: 'No Content' },
    rule: 'twelvelabs/deleteTask/deleted',
    basis: { effect: 'documented', status: 'documented', body: 'documented' },
  });
});

test.each([
  ['twelvelabs/deleteTask', ['task_id=6298d673f1090f1100476d4c'], '204 No Content'],
  ['huawei-mpc/deleteTranscodingTask', ['task_id=100211'], '204 No Content'],
  ['huawei-mpc/createTranscodingTask', ['user_data=it\'s $HOME `here`\n"too"'], '200 OK'],
  ['naver-nclue/createTask', ['name=a'], '200 OK'],
  ['twelvelabs/createTask', ['user_metadata:={"note":"it\'s"}'], '200 OK'],
  ['twelvelabs/listVideos', ['index-id=6298d673f1090f1100476d4c', 'duration[gte]=1'], '200 OK'],
])('the curl line of %s %j works in a shell', async (operation, args, line) => {
  const { status, stdout } = await tombstone('request', operation, ...args, '--target', server.url, '--print-curl');
  expect(status).toBe(0);
  expect(stdout.split('\n')).toHaveLength(2);
  expect((await shell(stdout)).stdout).toContain(line);
});

test('the curl line sends what was written, to the letter', async () => {
  const text = `it's $HOME \`here\` "too" \\n`;
  const { stdout } = await tombstone(
    'request',
    'huawei-mpc/createTranscodingTask',
    `user_data=${text}`,
    '--target',
    server.url,
    '--print-curl',
  );
  const id = /"task_id":(\d+)/.exec((await shell(stdout)).stdout)?.[1];
  const made = await fetch(`${server.url}/_tombstone/state/huawei-mpc/transcodingTask/${id}`);
  expect((await made.json()).user_data).toBe(text);
});

test('a curl line with a signature says that it does not last', async () => {
  const signed = await tombstone('request', 'huawei-mpc/deleteTranscodingTask', 'task_id=1', '--print-curl');
  expect(signed.stderr).toBe('tombstone: signed now; a signature is only good for a few minutes.\n');
  const plain = await tombstone('request', 'twelvelabs/deleteTask', 'task_id=1', '--print-curl');
  expect(plain).toEqual({
    status: 0,
    stdout: "curl -i -X DELETE -H 'x-api-key: tlk_tombstone' http://127.0.0.1:4010/v1.3/tasks/1\n",
    stderr: '',
  });
});

test.each([
  [
    ['huawei-mpc/deleteTranscodingTaks'],
    'huawei-mpc has no operation "deleteTranscodingTaks". Did you mean "deleteTranscodingTask"?',
  ],
  [['twelvelabs/deleteTask'], 'deleteTask needs task_id for its path /tasks/{task_id}. Add task_id=…. [bad-usage]'],
  [['twelvelabs/deleteTask', 'taks_id=1'], 'deleteTask takes no "taks_id". Did you mean "task_id"? It takes task_id;'],
  [
    ['twelvelabs/deleteTask', '6298d673f1090f1100476d4c'],
    '"6298d673f1090f1100476d4c" is no value for the request. Write name=value or name:=json.',
  ],
  [['twelvelabs/deleteTask', 'task_id=1', 'body.x=1'], 'deleteTask takes no body, so there is no place for body.x.'],
  [['twelvelabs/createIndex', 'models:=[}'], 'The value of "models:=[}" is not JSON'],
  [['huawei-mpc/createTranscodingTask', 'priority=high'], 'priority is "high"; the body takes integer there.'],
  [
    ['twelvelabs/deleteTask', 'task_id=1', '--credentials', 'a:b'],
    'deleteTask takes a key (ApiKeyAuth) as --credentials, or none.',
  ],
  [['nowhere/deleteTask'], 'There is no provider "nowhere"'],
])('%j is refused before anything is sent', async (args, message) => {
  const { status, stdout, stderr } = await ask(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(`tombstone: ${message}`);
});

test('where nothing answers it says what to start, with status 2', async () => {
  const { status, stderr } = await tombstone(
    'request',
    'twelvelabs/deleteTask',
    'task_id=1',
    '--target',
    'http://127.0.0.1:9',
  );
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: 'tombstone: Nothing answers at http://127.0.0.1:9: start it with `npx --no tombstone serve`. [no-answer]\n',
  });
});

test('the real service is never asked', async () => {
  const { status, stderr } = await tombstone(
    'request',
    'twelvelabs/deleteTask',
    'task_id=1',
    '--target',
    'https://api.twelvelabs.io',
  );
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr:
      'tombstone: api.twelvelabs.io is the real service; `request` only asks mocks. Name the URL of one with --target. [real-service]\n',
  });
});
