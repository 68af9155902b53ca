import { setupServer } from 'msw/node';
import { afterAll, test as base, beforeAll, describe, expect } from 'vitest';
import { loadContract } from '../../../src/contract/loadContract.js';
import { matchers, providerFixture } from '../../../src/vitest/index.js';

expect.extend(matchers);

const contract = await loadContract('huawei-mpc');
const other = await loadContract('twelvelabs');
const test = base.extend<{ mpc: Provided<'huawei-mpc'>; twelvelabs: Provided<'twelvelabs'> }>({
  mpc: providerFixture<'huawei-mpc'>(contract),
  twelvelabs: providerFixture<'twelvelabs'>(other),
});
type Provided<Name extends 'huawei-mpc' | 'twelvelabs'> = Parameters<
  Parameters<ReturnType<typeof providerFixture<Name>>>[1]
>[0];

const headers = { 'x-auth-token': 'tombstone-token' };
const url = (task: number) =>
  `https://mpc.cn-north-4.myhuaweicloud.com/v1/0a1b2c3d4e5f60718293a4b5c6d7e8f9/transcodings/task?task_id=${task}`;
const remove = (task: number, init: RequestInit = {}) => fetch(url(task), { method: 'DELETE', headers, ...init });

describe('the fixture', () => {
  test('answers in the test', async ({ mpc }) => {
    mpc.db.transcodingTask.create({ task_id: 7, status: 'FAILED' });
    expect((await remove(7)).status).toBe(204);
  });

  test('is another one in the next', async ({ mpc }) => {
    expect(mpc.records.get({ provider: 'huawei-mpc', resource: 'transcodingTask', key: 7 })).toBeUndefined();
    expect(mpc.journal.last).toBe(0);
  });

  test('stands beside that of another provider', async ({ mpc, twelvelabs }) => {
    mpc.db.transcodingTask.create({ task_id: 7, status: 'FAILED' });
    const tasks = await fetch('https://api.twelvelabs.io/v1.3/tasks', { headers: { 'x-api-key': 'tlk_tombstone' } });
    expect(tasks.status).toBe(200);
    expect((await remove(7)).status).toBe(204);
    expect([mpc.journal.last, twelvelabs.journal.last]).toEqual([1, 1]);
  });

  test('fails the test of a client that sends what is no operation, even one that hides the error', async () => {
    const use = async () => {
      await remove(1, { method: 'PATCH' }).catch(() => undefined);
    };
    const { error } = console;
    console.error = () => undefined;
    const failed = providerFixture(contract)({}, use);
    await expect(failed).rejects.toThrow(/PATCH https:.*huawei-mpc\/deleteTranscodingTask.*\[unexpected-request\]/s);
    console.error = error;
  });

  test('refuses to be two of one provider in one test', async ({ mpc }) => {
    const second = providerFixture(contract)({}, async () => undefined);
    await expect(second).rejects.toThrow(/two fixtures of huawei-mpc.*\[handlers-twice\]/is);
    expect((await remove(1)).status).toBe(400);
    expect(mpc.journal.last).toBe(1);
  });

  describe('with a server of the project', () => {
    const server = setupServer();
    beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
    afterAll(() => server.close());

    test('joins it, and leaves it as it was', async () => {
      await providerFixture(contract, { server })({}, async () => {
        expect((await remove(1)).status).toBe(400);
      });
      expect(server.listHandlers()).toEqual([]);
    });
  });
});

/** What a matcher says where it fails. */
function failure(check: () => unknown): string {
  try {
    check();
  } catch (error) {
    return String(error);
  }
  return expect.fail('it did not fail');
}

describe('toHaveDeleted', () => {
  test('holds for a record the client deleted, not for one the test took out', async ({ mpc }) => {
    for (const task_id of [7, 8]) mpc.db.transcodingTask.create({ task_id, status: 'FAILED' });
    await remove(7);
    mpc.db.transcodingTask.delete({ where: { task_id: { equals: 8 } } });
    expect(mpc).toHaveDeleted('transcodingTask', 7);
    expect(mpc).not.toHaveDeleted('transcodingTask', 8);
    expect(failure(() => expect(mpc).toHaveDeleted('transcodingTask', 8))).toContain('no request of the client');
    expect(failure(() => expect(mpc).not.toHaveDeleted('transcodingTask', 7))).toContain(
      'Decided by huawei-mpc/deleteTranscodingTask/',
    );
  });

  test('shows where it fails what is there, the exchange and the rule', async ({ mpc }) => {
    mpc.db.transcodingTask.create({ task_id: 7, status: 'TRANSCODING' });
    expect(failure(() => expect(mpc).toHaveDeleted('transcodingTask', 7))).toContain('The client sent no request.');
    await remove(7);
    const text = failure(() => expect(mpc).toHaveDeleted('transcodingTask', 7));
    expect(text).toContain('"status":"TRANSCODING"');
    expect(text).toContain('task?task_id=7');
    expect(text).toContain('Decided by huawei-mpc/deleteTranscodingTask/not-final');
  });

  test('is told by name what it cannot be asked of', async ({ mpc }) => {
    expect(failure(() => expect(mpc).toHaveDeleted('transcodingTsk', 7))).toContain('Did you mean "transcodingTask"?');
    expect(failure(() => expect({}).toHaveDeleted('transcodingTask', 7))).toContain('expect(provider).toHaveDeleted');
  });
});

describe('toBeRefusedBy', () => {
  const rule = 'huawei-mpc/deleteTranscodingTask/not-final';

  test('holds for a response, and for an error that holds one', async ({ mpc }) => {
    mpc.db.transcodingTask.create({ task_id: 7, status: 'TRANSCODING' });
    const response = await remove(7);
    expect(response).toBeRefusedBy(rule);
    expect(Object.assign(new Error('400'), { response })).toBeRefusedBy(rule);
    expect(failure(() => expect(response).not.toBeRefusedBy(rule))).toContain('"error_code":"MPC.10213"');
  });

  test('shows where it fails what decided instead, and names a rule that does not exist', async ({ mpc }) => {
    mpc.db.transcodingTask.create({ task_id: 7, status: 'FAILED' });
    const response = await remove(7);
    const text = failure(() => expect(response).toBeRefusedBy(rule));
    expect(text).toContain('Answered with 204 by huawei-mpc/deleteTranscodingTask/');
    expect(text).toContain('https://support.huaweicloud.com/');
    expect(failure(() => expect(response).toBeRefusedBy(`${rule}l`))).toContain(`Did you mean "${rule}"?`);
    expect(failure(() => expect(undefined).toBeRefusedBy(rule))).toContain('no answer of a mocked provider');
  });
});

describe('toHaveSentNoBody', () => {
  test('looks at the last request, or at the one behind an answer', async ({ mpc }) => {
    const first = await remove(1);
    expect(mpc).toHaveSentNoBody();
    await remove(2, { body: '{}' });
    expect(first).toHaveSentNoBody();
    expect(mpc).not.toHaveSentNoBody();
    const text = failure(() => expect(mpc).toHaveSentNoBody());
    expect(text).toContain('It sent 2 characters: {}');
    expect(text).toContain('Decided by huawei-mpc/deleteTranscodingTask/');
  });

  test('fails where there was no request', async ({ mpc }) => {
    expect(failure(() => expect(mpc).toHaveSentNoBody())).toContain('none at all');
  });
});
