import { beforeEach, describe, expect, it } from 'vitest';
import { loadContract } from '../../src/contract/loadContract.js';
import { createMock } from '../../src/mock/createMock.js';

const project = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';
const contracts = [await loadContract('huawei-mpc'), await loadContract('huawei-modelarts')];
const sandbox = createMock(contracts);

function remove(host: string, target: string): { status: number; body: unknown } {
  const headers = { host, 'x-auth-token': 'tombstone-token' };
  const { status, body } = sandbox.handle({ method: 'DELETE', target, headers });
  return { status, body: typeof body === 'string' ? JSON.parse(body) : body };
}

const removeRecord = (task: number | string) =>
  remove('mpc.cn-north-4.myhuaweicloud.com', `/v1/${project}/transcodings/task?task_id=${task}`);
const cancel = (task: number) =>
  remove('mpc.cn-north-4.myhuaweicloud.com', `/v1/${project}/transcodings?task_id=${task}`);
const removeTask = (task: string) =>
  remove('modelarts.cn-north-4.myhuaweicloud.com', `/v2/${project}/processor-tasks/${task}`);

const mpcTask = (key: number) => sandbox.records.get({ provider: 'huawei-mpc', resource: 'transcodingTask', key });
const modelartsTask = (key: string) =>
  sandbox.records.get({ provider: 'huawei-modelarts', resource: 'processorTask', key });

beforeEach(() => sandbox.reset());

describe('Deletes Transcoding Task Records', () => {
  it.each([
    [100211, 'SUCCEEDED'],
    [100215, 'FAILED'],
    [100216, 'CANCELED'],
  ])('deletes the record of task %i, which is %s, and answers 204 without a body', (task, status) => {
    expect(mpcTask(task)).toMatchObject({ status });
    expect(removeRecord(task)).toEqual({ status: 204, body: undefined });
    expect(mpcTask(task)).toBeUndefined();
  });

  it.each([
    [100212, 'WAITING'],
    [100213, 'TRANSCODING'],
    [100214, 'NEED_TO_BE_AUDIT'],
  ])('keeps the record of task %i, which is %s, and answers as the page says', (task, status) => {
    expect(removeRecord(task)).toEqual({
      status: 400,
      body: { error_code: 'MPC.10213', error_msg: 'Operation failed. The task is not in the final state.' },
    });
    expect(mpcTask(task)).toMatchObject({ status });
  });

  it('reads a decimal task id up to its point', () => {
    expect(removeRecord('100211.9')).toMatchObject({ status: 204 });
    expect(mpcTask(100211)).toBeUndefined();
  });

  it('is one path segment away from canceling, which keeps the record and takes only a queued task', () => {
    expect(cancel(100212)).toEqual({ status: 204, body: undefined });
    expect(mpcTask(100212)).toMatchObject({ status: 'CANCELED' });
    expect(cancel(100211)).toEqual({
      status: 400,
      body: { error_code: 'MPC.10212', error_msg: 'Operation failed.' },
    });
    expect(mpcTask(100211)).toMatchObject({ status: 'SUCCEEDED' });
  });
});

describe('Deleting a Processing Task', () => {
  it.each([
    ['SNEJua7qdZZN8GvkcEr', 2],
    ['Task3Failed00000001', 3],
    ['Task4Stopped0000001', 4],
  ])('deletes task %s, whose status is %i, and answers 200 with an empty object', (task, status) => {
    expect(modelartsTask(task)).toMatchObject({ status });
    expect(removeTask(task)).toEqual({ status: 200, body: {} });
    expect(modelartsTask(task)).toBeUndefined();
  });

  it('keeps a task that is being initialized and answers 403', () => {
    expect(removeTask('Task0Initialized001')).toEqual({
      status: 403,
      body: { error_msg: 'Process task is initializing, the operation is forbidden', error_code: 'ModelArts.4850' },
    });
    expect(modelartsTask('Task0Initialized001')).toMatchObject({ status: 0 });
  });

  it("deletes a task's versions and their results with it, and those of no other", () => {
    const left = (resource: string) => sandbox.records.all('huawei-modelarts', resource);
    expect(removeTask('Task1Running0000001')).toEqual({ status: 200, body: {} });
    expect(left('processorTaskVersion').map((version) => version['task_id'])).toEqual([
      'kM7j9TSa611ZzBThzSr',
      'kM7j9TSa611ZzBThzSr',
    ]);
    expect(left('processorTaskResult')).toEqual([]);
  });

  it('answers 401 without a credential and 403 for the project of somebody else', () => {
    const host = 'modelarts.cn-north-4.myhuaweicloud.com';
    const target = `/v2/${project}/processor-tasks/SNEJua7qdZZN8GvkcEr`;
    expect(sandbox.handle({ method: 'DELETE', target, headers: { host } }).status).toBe(401);
    expect(remove(host, `/v2/${'f'.repeat(32)}/processor-tasks/TaskOfOtherProject1`)).toMatchObject({
      status: 403,
      body: { error_code: 'ModelArts.0210' },
    });
    expect(modelartsTask('SNEJua7qdZZN8GvkcEr')).toBeDefined();
  });
});
