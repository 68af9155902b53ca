import { inspect } from 'node:util';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadContract } from '../../../src/contract/loadContract.js';
import { mockProvider } from '../../../src/msw/mockProvider.js';

const contract = await loadContract('huawei-mpc');
const baseUrl = ['http://localhost:4010', 'https://gateway.example.com/mpc/'];
const mpc = await mockProvider<'huawei-mpc'>(contract, { baseUrl });
const server = setupServer(...mpc.handlers);

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => mpc.reset());
afterAll(() => server.close());

const project = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';
const headers = { 'x-auth-token': 'tombstone-token' };
const real = 'https://mpc.cn-north-4.myhuaweicloud.com';
const path = (task: number) => `/v1/${project}/transcodings/task?task_id=${task}`;
const remove = (task: number, base = real) => fetch(base + path(task), { method: 'DELETE', headers });

describe('a provider inside the test process', () => {
  it('answers at its real hosts, whatever the region, and at the base URLs given', async () => {
    for (const base of [
      real,
      'https://mpc.af-south-1.myhuaweicloud.com',
      'http://localhost:4010',
      'https://gateway.example.com/mpc',
    ]) {
      const { task_id } = mpc.db.transcodingTask.create({ status: 'SUCCEEDED' });
      expect((await remove(task_id, base)).status, base).toBe(204);
      expect(mpc.db.transcodingTask.findFirst({ where: { task_id: { equals: task_id } } })).toBeNull();
    }
  });

  it('refuses a task that was set up as not final, and says why in words', async () => {
    const { task_id } = mpc.db.transcodingTask.create({ status: 'TRANSCODING' });
    const response = await remove(task_id);
    expect(response.status).toBe(400);
    const text = mpc.explain(response);
    expect(text).toContain(`DELETE ${path(task_id)}`);
    expect(text).toContain('Decided by huawei-mpc/deleteTranscodingTask/not-final');
    expect(text).toContain('https://support.huaweicloud.com/');
    expect(mpc.explain()).toBe(text);
    expect(mpc.exchange({ status: 418 })).toBeUndefined();
    expect(() => mpc.explain({ status: 418 })).toThrow(/\[unknown-exchange\]/);
  });

  it('has a clock, switches, records and a journal of its own', async () => {
    const response = await fetch(`${real}/v1/${project}/transcodings`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({
        input: { bucket: 'b', location: 'cn-north-4', object: 'a.mp4' },
        output: { bucket: 'b', location: 'cn-north-4', object: 'out' },
        trans_template_id: [7000524],
      }),
    });
    const { task_id } = (await response.json()) as { task_id: number };
    const task = () => mpc.db.transcodingTask.findFirst({ where: { task_id: { equals: task_id } } });
    expect(task()?.status).toBe('WAITING');
    mpc.clock.advance('10s');
    expect(task()?.status).toBe('SUCCEEDED');
    expect(mpc.journal.list().map(({ operation }) => operation)).toEqual(['huawei-mpc/createTranscodingTask']);
    expect(mpc.records.get({ provider: 'huawei-mpc', resource: 'transcodingTask', key: task_id })).toEqual(task());
    expect(Object.keys(mpc.switches.get()).length).toBeGreaterThan(0);
    mpc.reset();
    expect(task()).toBeNull();
    expect(mpc.journal.list()).toEqual([]);
  });

  it('loses an answer when told to: the promise is rejected, and the task is gone', async () => {
    const { task_id } = mpc.db.transcodingTask.create({ status: 'FAILED' });
    mpc.faults.once('deleteTranscodingTask', { loseResponse: true });
    await expect(remove(task_id)).rejects.toThrow(TypeError);
    expect(mpc.records.get({ provider: 'huawei-mpc', resource: 'transcodingTask', key: task_id })).toBeUndefined();
    expect((await remove(task_id)).status).toBe(400);
  });

  it('carries out the other faults too: a status, a connection that is reset, a body that breaks off', async () => {
    mpc.faults.add({ operation: '*', times: 1, fault: { status: 503 } });
    expect((await remove(1)).status).toBe(503);
    mpc.faults.once('huawei-mpc/deleteTranscodingTask', { reset: 'before' });
    await expect(remove(1)).rejects.toMatchObject({ cause: { code: 'ECONNRESET', message: 'read ECONNRESET' } });
    mpc.faults.once('deleteTranscodingTask', { truncate: 5 });
    await expect(remove(1).then((response) => response.text())).rejects.toThrow('terminated');
    // @ts-expect-error: no such operation
    expect(() => mpc.faults.once('deleteTranscodingTsk', { status: 500 })).toThrow(
      'Did you mean "huawei-mpc/deleteTranscodingTask"?',
    );
  });
});

describe('a request to its hosts that is no operation of it', () => {
  it('does not reach the network: it is rejected with the nearest operations, and kept', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const wrong = `${real}/v1/${project}/transcodings/tasks?task_id=1`;
    const error = await fetch(wrong, { method: 'DELETE', headers }).catch((reason: unknown) => reason);
    log.mockRestore();
    expect(error).toMatchObject({ code: 'unexpected-request' });
    expect(String(error)).toContain(`DELETE ${wrong}`);
    expect(String(error)).toContain('huawei-mpc/deleteTranscodingTask');
    expect(mpc.unanswered).toMatchObject([{ request: `DELETE ${wrong}`, error }]);
    mpc.reset();
    expect(mpc.unanswered).toEqual([]);
  });

  it('is answered as the provider would where that is asked for', async () => {
    const lenient = await mockProvider(contract, { unknownRequest: 'answer' });
    server.use(...lenient.handlers);
    const response = await fetch(`${real}/v1/${project}/nowhere`, { headers });
    server.resetHandlers();
    expect(response.status).toBe(404);
    expect(lenient.unanswered).toEqual([]);
  });
});

describe('a provider that is not set up right', () => {
  it('is told by name, with the nearest', async () => {
    // @ts-expect-error: no such provider
    await expect(mockProvider('huawei-mcp')).rejects.toThrow(/Did you mean "huawei-mpc"\?.*\[unknown-provider\]/);
  });

  it('is told of a base URL that is none', async () => {
    await expect(mockProvider(contract, { baseUrl: 'localhost' })).rejects.toThrow(/\[bad-base-url\]/);
  });

  it('shares nothing with another of the same name', async () => {
    const other = await mockProvider<'huawei-mpc'>(contract, { fixtures: { transcodingTask: [{ task_id: 1 }] } });
    expect(other.db.transcodingTask.count()).toBe(1);
    other.db.transcodingTask.deleteMany({ where: {} });
    expect(mpc.db.transcodingTask.count()).toBeGreaterThan(1);
  });
});

describe('the handlers of a provider', () => {
  const open = (baseUrl?: string) => mockProvider(contract, baseUrl === undefined ? {} : { baseUrl });

  it('are refused by one server beside those of another sandbox, which would never answer', async () => {
    const [one, two] = await Promise.all([open(), open()]);
    const both = /two mocks of huawei-mpc.*\[handlers-twice\]/i;
    expect(() => setupServer(...one.handlers, ...two.handlers)).toThrow(both);
    expect(() => setupServer(...[...one.handlers, ...two.handlers])).toThrow(both);
    expect(() => server.resetHandlers(...one.handlers, ...two.handlers)).toThrow(both);
    server.resetHandlers(...mpc.handlers);
  });

  it('may be given to a server each, to one after the other, and beside those of another provider or base URL', async () => {
    const [one, two, far, other] = await Promise.all([open(), open(), open('https://far.example'), openTwelvelabs()]);
    const own = setupServer(...one.handlers, ...far.handlers, ...other.handlers);
    setupServer(...two.handlers);
    own.use(...two.handlers);
    own.resetHandlers(...two.handlers);
    expect(own.listHandlers()).toEqual(two.handlers);
  });

  it('may be given twice: msw keeps them once', async () => {
    const one = await open();
    const own = setupServer(...one.handlers, ...one.handlers);
    expect(own.listHandlers()).toEqual(one.handlers);
  });

  it('can be printed and compared without being taken for given', async () => {
    const [one, two] = await Promise.all([open(), open()]);
    // Whoever goes through the properties of both asks neither for its kind.
    expect({ ...one.handlers[0], ...two.handlers[0] }).not.toHaveProperty('kind');
    expect(inspect([one.handlers, two.handlers])).toContain('HttpHandler');
  });
});

const openTwelvelabs = async () => mockProvider(await loadContract('twelvelabs'));
