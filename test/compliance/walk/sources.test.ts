import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Listener } from '../../../src/server/listenOptions.js';
import { startServer } from '../../../src/server/startServer.js';
import { apiGatewaySignatureV2 } from '../../../src/signature/index.js';
import { open } from '../../features/server/support/connection.js';
import { denied, exchangeId, json, noContent, signed } from './support/rawAnswers.js';
import { type RawAnswer, rawExchange } from './support/rawExchange.js';

/**
 * The five pages the project was asked to implement, sentence by sentence, as bytes on a socket. What is expected stands
 * here word for word and is taken from no contract, so that a contract that drifts from its page is found out. Where a
 * page names no body, the words are the mock's own.
 */
let server: Listener;
beforeAll(async () => {
  server = await startServer({ port: 0, pace: 'manual', ruleHeader: false });
});
afterAll(() => server.close());
beforeEach(() => server.mock.reset());

const send = (line: string, ...headers: string[]) => rawExchange(server.port, line, headers);

/** A refused request, and the check that it changed nothing. */
async function refused(answer: () => Promise<RawAnswer>): Promise<RawAnswer> {
  const before = server.mock.exportState().providers;
  const seen = await answer();
  expect(server.mock.exportState().providers).toEqual(before);
  return seen;
}

describe('TwelveLabs, "Delete a video indexing task"', () => {
  const host = 'Host: api.twelvelabs.io';
  const key = 'x-api-key: tlk_tombstone';
  const version = { 'x-api-version': '1.3' };
  const remove = (id: string, ...headers: string[]) =>
    send(`DELETE /v1.3/tasks/${id}`, host, ...(headers.length > 0 ? headers : [key]));
  const cannot = (id: string, why: string) => ({
    status: '400 Bad Request',
    ...json(`{"code":"task_cannot_be_deleted","message":"The task ${id} cannot be deleted ${why}."}`, version),
  });
  const invalidKey = {
    status: '401 Unauthorized',
    ...json(
      '{"code":"api_key_invalid","message":"API Key is either invalid or expired. Please check your API key or generate a new one from the dashboard and try again."}',
      version,
    ),
  };

  it.each([
    ['the one of the examples, which is failed', '6298d673f1090f1100476d4c'],
    ['one that is failed', '7a5c00000000000000000008'],
    ['one that is ready and has no video any more', '7a5c00000000000000000007'],
  ])('deletes %s: 204, and nothing in the response body', async (_, id) => {
    expect(await remove(id)).toEqual(noContent(version));
    expect(server.mock.records.get({ provider: 'twelvelabs', resource: 'task', key: id })).toBeUndefined();
  });

  it.each([
    ['uploading', '7a5c00000000000000000001'],
    ['validating', '7a5c00000000000000000002'],
    ['pending', '7a5c00000000000000000003'],
    ['queued', '7a5c00000000000000000004'],
    ['indexing', '7a5c00000000000000000005'],
  ])('"only … ready or failed": 400 for one that is %s', async (status, id) => {
    expect(await refused(() => remove(id))).toEqual(cannot(id, `while its status is ${status}`));
  });

  it('"you must first delete the video vector": 400 before, 204 after', async () => {
    const id = '7a5c00000000000000000006';
    expect(await refused(() => remove(id))).toEqual(cannot(id, `before its video ${id}`));
    const video = `DELETE /v1.3/indexes/6298d673f1090f1100476d4c/videos/${id}`;
    expect(await send(video, host, key)).toEqual(noContent(version));
    expect(await remove(id)).toEqual(noContent(version));
  });

  it('sends the 400 without content, as the page literally has it, where that is switched on', async () => {
    server.mock.switches.set('twelvelabs', { taskNotDeletable: 'empty' });
    expect(await refused(() => remove('7a5c00000000000000000005'))).toEqual({
      status: '400 Bad Request',
      fields: { ...version, 'content-length': '0' },
      body: '',
    });
  });

  it.each([
    ['no key', 'Accept: */*'],
    ['another key', 'x-api-key: tlk_other'],
    ['an empty key', 'x-api-key: '],
    ['the key in another place', 'Authorization: Bearer tlk_tombstone'],
  ])('answers 401 to %s', async (_, header) => {
    expect(await refused(() => remove('6298d673f1090f1100476d4c', header))).toEqual(invalidKey);
  });

  it('does not find it the second time; "the request has failed" where the page is taken by its word', async () => {
    const id = '6298d673f1090f1100476d4c';
    await remove(id);
    const gone = json(
      `{"code":"resource_not_exists","message":"Resource with id ${id} does not exist in tasks."}`,
      version,
    );
    expect(await refused(() => remove(id))).toEqual({ status: '404 Not Found', ...gone });
    server.mock.switches.set('twelvelabs', { unknownRecord: 'bad-request' });
    expect(await refused(() => remove(id))).toEqual({ status: '400 Bad Request', ...gone });
  });
});

describe('TwelveLabs, "Delete an indexed asset"', () => {
  const host = 'Host: api.twelvelabs.io';
  const key = 'x-api-key: tlk_tombstone';
  const version = { 'x-api-version': '1.3' };
  const index = '6298d673f1090f1100476d4c';
  const remove = (id: string, header = key) => send(`DELETE /v1.3/indexes/${index}/indexed-assets/${id}`, host, header);
  const asset = (id: string) => server.mock.records.get({ provider: 'twelvelabs', resource: 'indexedAsset', key: id });

  it.each([
    ['ready, and the one of the examples', '6298d673f1090f1100476d4c'],
    ['ready', '1da000000000000000000004'],
    ['failed', '1da000000000000000000005'],
    ['pending, about which the page says nothing', '1da000000000000000000001'],
  ])('deletes one that is %s: 204, and nothing in the response body', async (_, id) => {
    expect(asset(id)).toBeDefined();
    expect(await remove(id)).toEqual(noContent(version));
    expect(asset(id)).toBeUndefined();
    expect(server.mock.records.get({ provider: 'twelvelabs', resource: 'index', key: index })).toBeDefined();
  });

  it.each([
    ['no key', 'Accept: */*'],
    ['another key', 'x-api-key: tlk_other'],
  ])('answers 401 to %s', async (_, header) => {
    expect(await refused(() => remove('6298d673f1090f1100476d4c', header))).toMatchObject({
      status: '401 Unauthorized',
      body: expect.stringContaining('"code":"api_key_invalid"'),
    });
  });

  it('does not find it the second time, nor in another index', async () => {
    const id = '1da000000000000000000004';
    const absent = (name: string, where: string) => ({
      status: '404 Not Found',
      ...json(
        `{"code":"resource_not_exists","message":"Resource with id ${name} does not exist in ${where}."}`,
        version,
      ),
    });
    const elsewhere = `DELETE /v1.3/indexes/1de000000000000000000002/indexed-assets/${id}`;
    expect(await refused(() => send(elsewhere, host, key))).toEqual(absent(id, 'indexed-assets'));
    await remove(id);
    expect(await refused(() => remove(id))).toEqual(absent(id, 'indexed-assets'));
  });
});

describe('a 204', () => {
  it('ends with its head: the next answer on the connection follows at once', async () => {
    using connection = await open(server.port);
    const asked = ['7a5c00000000000000000007', '7a5c00000000000000000008'].map((id) =>
      [`DELETE /v1.3/tasks/${id} HTTP/1.1`, 'Host: api.twelvelabs.io', 'x-api-key: tlk_tombstone', '', ''].join('\r\n'),
    );
    connection.send(asked.join(''));
    const [first = '', second = '', rest] = (await connection.received(/\r\n\r\n[\s\S]*\r\n\r\n/)).split('\r\n\r\n');
    for (const head of [first, second]) {
      expect(head).toMatch(/^HTTP\/1\.1 204 No Content\r\n/);
      expect(head).not.toMatch(/^(content-|transfer-encoding)/im);
    }
    expect(rest).toBe('');
  });
});

const project = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';
const token = 'X-Auth-Token: tombstone-token';

describe('Huawei Cloud MPC, "Deletes Transcoding Task Records"', () => {
  const host = 'mpc.cn-north-4.myhuaweicloud.com';
  const line = (id: number | string) => `DELETE /v1/${project}/transcodings/task?task_id=${id}`;
  const remove = (id: number | string, ...headers: string[]) =>
    send(line(id), `Host: ${host}`, ...(headers.length > 0 ? headers : [token]));
  const task = (key: number) => server.mock.records.get({ provider: 'huawei-mpc', resource: 'transcodingTask', key });
  const notFinal = json(
    '{"error_code":"MPC.10213","error_msg":"Operation failed. The task is not in the final state."}',
    exchangeId,
  );

  it.each([
    ['the one of the example, which is completed', 100211],
    ['failed', 100215],
    ['canceled', 100216],
  ])('deletes a record that is %s: 204 and no body', async (_, id) => {
    expect(task(id)).toBeDefined();
    expect(await remove(id)).toEqual(noContent(exchangeId));
    expect(task(id)).toBeUndefined();
  });

  it('takes an access key in place of a token', async () => {
    expect(await send(line(100211), ...signed(host, line(100211), 'TOMBSTONEAK', 'TOMBSTONESK'))).toEqual(
      noContent(exchangeId),
    );
  });

  it.each([
    ['queued', 100212],
    ['being transcoded', 100213],
    ['to be audited', 100214],
  ])('"cannot be deleted": 400 with the example of the page for one that is %s', async (_, id) => {
    expect(await refused(() => remove(id))).toEqual({ status: '400 Bad Request', ...notFinal });
  });

  it.each([
    ['no credential', 'x-auth-token not found', () => ['Accept: */*']],
    ['another token', 'decrypt token fail', () => ['X-Auth-Token: other']],
    [
      'an unknown access key',
      'Get secretKey failed,ak:OTHER,err:ak not exist',
      () => signed(host, line(100211), 'OTHER', 'TOMBSTONESK'),
    ],
    ['a wrong signature', 'verify aksk signature fail', () => signed(host, line(100211), 'TOMBSTONEAK', 'other')],
    [
      'an old signature',
      'signature expired, x-sdk-date:20260102T030405Z',
      () => signed(host, line(100211), 'TOMBSTONEAK', 'TOMBSTONESK', Date.UTC(2026, 0, 2, 3, 4, 5)),
    ],
  ])('answers 401 to %s', async (_, why, headers) => {
    const withHost = [`Host: ${host}`, ...headers().filter((header) => !header.startsWith('Host'))];
    expect(await refused(() => send(line(100211), ...withHost))).toEqual(denied(why));
  });

  it.each([
    ['is missing', `DELETE /v1/${project}/transcodings/task`],
    ['is empty', line('')],
    ['is no integer', line('one')],
    ['is given twice', `${line(100211)}&task_id=100215`],
  ])('answers 400 where task_id %s', async (_, request) => {
    expect(await refused(() => send(request, `Host: ${host}`, token))).toEqual({
      status: '400 Bad Request',
      ...json('{"error_code":"MPC.10202","error_msg":"Invalid request parameter."}', exchangeId),
    });
  });

  it('refuses the second time, in one of three ways, since the page does not say', async () => {
    const failed = (code: string, why: string) => ({
      status: '400 Bad Request',
      ...json(`{"error_code":"${code}","error_msg":"${why}"}`, exchangeId),
    });
    expect(await remove(100211)).toEqual(noContent(exchangeId));
    expect(await refused(() => remove(100211))).toEqual(failed('MPC.10212', 'Operation failed.'));
    server.mock.switches.set('huawei-mpc', { unknownTask: 'no-such-task' });
    expect(await refused(() => remove(100211))).toEqual(failed('MPC.10211', 'The task does not exist.'));
    server.mock.switches.set('huawei-mpc', { unknownTask: 'idempotent' });
    expect(await refused(() => remove(100211))).toEqual(noContent(exchangeId));
  });
});

describe('Huawei Cloud ModelArts, "Deleting a Processing Task"', () => {
  const host = 'modelarts.cn-north-4.myhuaweicloud.com';
  const line = (id: string, of = project) => `DELETE /v2/${of}/processor-tasks/${id}`;
  const remove = (id: string, ...headers: string[]) =>
    send(line(id), `Host: ${host}`, ...(headers.length > 0 ? headers : [token]));
  const emptyObject = { status: '200 OK', ...json('{}', exchangeId) };
  const task = (key: string) =>
    server.mock.records.get({ provider: 'huawei-modelarts', resource: 'processorTask', key });

  it.each([
    ['completed', 'SNEJua7qdZZN8GvkcEr'],
    ['running', 'Task1Running0000001'],
    ['failed', 'Task3Failed00000001'],
    ['stopped', 'Task4Stopped0000001'],
  ])('deletes one that is %s: 200 and an empty object', async (_, id) => {
    expect(task(id)).toBeDefined();
    expect(await remove(id)).toEqual(emptyObject);
    expect(task(id)).toBeUndefined();
  });

  it('answers 403 while one is being initialized', async () => {
    expect(await refused(() => remove('Task0Initialized001'))).toEqual({
      status: '403 Forbidden',
      ...json(
        '{"error_msg":"Process task is initializing, the operation is forbidden","error_code":"ModelArts.4850"}',
        exchangeId,
      ),
    });
  });

  it('answers 403 for the project of another', async () => {
    const request = line('TaskOfOtherProject1', 'f'.repeat(31).concat('e'));
    expect(await refused(() => send(request, `Host: ${host}`, token))).toEqual({
      status: '403 Forbidden',
      ...json(
        '{"error_msg":"The project id in the request URL does not match the token.","error_code":"ModelArts.0210"}',
        exchangeId,
      ),
    });
  });

  it.each([
    ['no credential', 'x-auth-token not found', ['Accept: */*']],
    ['another token', 'decrypt token fail', ['X-Auth-Token: other']],
  ])('answers 401 to %s', async (_, why, headers) => {
    expect(await refused(() => remove('SNEJua7qdZZN8GvkcEr', ...headers))).toEqual(denied(why));
  });

  it('answers 401 to a signature that does not fit, and 200 to one that does', async () => {
    const request = line('SNEJua7qdZZN8GvkcEr');
    const wrong = () => send(request, ...signed(host, request, 'TOMBSTONEAK', 'other'));
    expect(await refused(wrong)).toEqual(denied('verify aksk signature fail'));
    expect(await send(request, ...signed(host, request, 'TOMBSTONEAK', 'TOMBSTONESK'))).toEqual(emptyObject);
  });

  it('refuses the second time, in one of three ways, since the page does not say', async () => {
    const noTask = json('{"error_msg":"Task does not exist","error_code":"ModelArts.4700"}', exchangeId);
    const id = 'SNEJua7qdZZN8GvkcEr';
    expect(await remove(id)).toEqual(emptyObject);
    expect(await refused(() => remove(id))).toEqual({ status: '400 Bad Request', ...noTask });
    server.mock.switches.set('huawei-modelarts', { unknownTask: 'not-found' });
    expect(await refused(() => remove(id))).toEqual({ status: '404 Not Found', ...noTask });
    server.mock.switches.set('huawei-modelarts', { unknownTask: 'idempotent' });
    expect(await refused(() => remove(id))).toEqual(emptyObject);
  });
});

describe('NAVER Cloud NCLUE, "Delete task"', () => {
  const task = '9e6fecc9-0079-4c5e-a0c6-f387e6221afa';
  const credentials = { accessKey: 'TOMBSTONEAK', secret: 'TOMBSTONESK' };
  const remove = (id = task, by = credentials, at = Date.now()) => {
    const target = `/api/v1/tasks/${id}`;
    const request = { method: 'DELETE', target, headers: {}, body: new Uint8Array() };
    const headers = Object.entries(apiGatewaySignatureV2.sign(request, by, at));
    return send(`DELETE ${target}`, 'Host: nclue.apigw.ntruss.com', ...headers.map((pair) => pair.join(': ')));
  };
  const put = (resource: string, key: string, fields: Readonly<Record<string, unknown>>) =>
    server.mock.records.put({ provider: 'naver-nclue', resource, key }, fields);
  const isThere = (id: string) => server.mock.records.get({ provider: 'naver-nclue', resource: 'task', key: id });
  const cannot = (status: string, code: string, message: string, details: string) => ({
    status,
    ...json(`{"error":{"errorCode":"${code}","message":"${message}","details":"${details}"}}`),
  });

  it.each([
    ['completed', task],
    ['registered', '7a500000-0000-4000-8000-000000000001'],
    ['completed, and not the first', '7a500000-0000-4000-8000-000000000004'],
    ['failed', '7a500000-0000-4000-8000-000000000005'],
    ['completed, with a run that is registered', '7a500000-0000-4000-8000-0000000000a4'],
    ['completed, with users that are completed or failed', '7a500000-0000-4000-8000-0000000000a5'],
  ])('deletes one that is %s: 200 and its id', async (_, id) => {
    expect(isThere(id)).toBeDefined();
    expect(await remove(id)).toEqual({ status: '200 OK', ...json(`{"task_id":"${id}"}`) });
    expect(isThere(id)).toBeUndefined();
  });

  it.each([
    ['pending', '7a500000-0000-4000-8000-000000000002'],
    ['in_progress', '7a500000-0000-4000-8000-000000000003'],
  ])('"you will receive an error message" while it is %s', async (status, id) => {
    expect(await refused(() => remove(id))).toEqual(
      cannot('409 Conflict', '99002', 'TASK_NOT_DELETABLE', `Its status is ${status}.`),
    );
  });

  describe.each([
    ['task model run', 'taskRun', '72000000-0000-4000-8000-0000000000ff'],
    ['custom attributes', 'customAttribute', 'ca000000-0000-4000-8000-0000000000ff'],
    ['shopping intent', 'shoppingIntent', '51000000-0000-4000-8000-0000000000ff'],
  ])('with a function that uses it, %s', (_, resource, key) => {
    it.each(['pending', 'in_progress'])(
      'sends an error while that is %s, and deletes once it has ended',
      async (status) => {
        put(resource, key, { task_id: task, status });
        expect(await refused(() => remove())).toEqual(
          cannot('409 Conflict', '99003', 'TASK_IN_USE', 'What uses it has not ended.'),
        );
        put(resource, key, { task_id: task, status: 'completed' });
        expect(await remove()).toEqual({ status: '200 OK', ...json(`{"task_id":"${task}"}`) });
      },
    );
  });

  it.each([
    ['an unknown access key', { accessKey: 'OTHER', secret: 'TOMBSTONESK' }, Date.now()],
    ['a wrong signature', { accessKey: 'TOMBSTONEAK', secret: 'other' }, Date.now()],
    ['a signature of yesterday', credentials, Date.now() - 24 * 60 * 60 * 1000],
  ])('answers 401 to %s', async (_, by, at) => {
    expect(await refused(() => remove(task, by, at))).toEqual(
      cannot('401 Unauthorized', '200', 'Authentication Failed', 'Invalid authentication information.'),
    );
  });

  it.each([
    ['none of the three headers', []],
    ['two of them', ['X-NCP-APIGW-TIMESTAMP: 1795310804681', 'X-NCP-IAM-ACCESS-KEY: TOMBSTONEAK']],
  ])('answers 401 to %s', async (_, headers) => {
    const request = () => send(`DELETE /api/v1/tasks/${task}`, 'Host: nclue.apigw.ntruss.com', ...headers);
    expect(await refused(request)).toEqual(
      cannot('401 Unauthorized', '200', 'Authentication Failed', 'Authentication information are missing.'),
    );
  });

  it('does not find it the second time', async () => {
    await remove();
    expect(await refused(() => remove())).toEqual(cannot('404 Not Found', '99001', 'TASK_NOT_FOUND', task));
  });
});
