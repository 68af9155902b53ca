import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadContract } from '../../src/contract/loadContract.js';
import type { LoadedContract } from '../../src/engine/loadedContract.js';
import { createMock } from '../../src/mock/createMock.js';
import type { Mock } from '../../src/mock/mock.js';
import { apiGatewaySignatureV2 } from '../../src/signature/index.js';

/** NAVER Cloud's page "Delete task", sentence by sentence, in the edition the project was asked to implement. */

const task = '9e6fecc9-0079-4c5e-a0c6-f387e6221afa';
const credentials = { accessKey: 'TOMBSTONEAK', secret: 'TOMBSTONESK' };
const now = Date.UTC(2026, 10, 22);

let contract: LoadedContract;
let mock: Mock;

beforeAll(async () => {
  contract = await loadContract('naver-nclue');
});

beforeEach(() => {
  mock = createMock([contract], { wallTime: () => now });
});

function send(method: string, path: string) {
  const unsigned = { method, target: `/api/v1${path}`, headers: {}, body: new Uint8Array() };
  const { body, ...request } = { ...unsigned, headers: apiGatewaySignatureV2.sign(unsigned, credentials, now) };
  const response = mock.handle(request);
  const text = typeof response.body === 'string' ? response.body : '';
  return { status: response.status, body: text, rule: response.headers['x-tombstone-rule']?.split('/').at(-1) };
}

const deleteTask = (id = task) => send('DELETE', `/tasks/${id}`);
const address = (resource: string, key: string) => ({ provider: 'naver-nclue', resource, key });
const isThere = (id = task) => mock.records.get(address('task', id)) !== undefined;

const users = {
  taskRun: '72000000-0000-4000-8000-0000000000ff',
  customAttribute: 'ca000000-0000-4000-8000-0000000000ff',
  shoppingIntent: '51000000-0000-4000-8000-0000000000ff',
};
const kinds = Object.entries(users);

function use(resource: string, key: string, status: string) {
  mock.records.put(address(resource, key), { task_id: task, status });
}

describe('Deleting a task', () => {
  it('answers 200 with the id and nothing else', () => {
    expect(deleteTask()).toMatchObject({ status: 200, body: JSON.stringify({ task_id: task }) });
    expect(isThere()).toBe(false);
  });

  it.each(['registered', 'completed', 'failed'])('is available while the task is %s', (status) => {
    mock.records.patch(address('task', task), { status });
    expect(deleteTask()).toMatchObject({ status: 200, rule: 'deleted' });
    expect(isThere()).toBe(false);
  });

  it.each(['pending', 'in_progress'])('is unavailable while the task is %s, and an error says so', (status) => {
    mock.records.patch(address('task', task), { status });
    const { status: answered, body, rule } = deleteTask();
    expect(answered).toBeGreaterThanOrEqual(400);
    expect(JSON.parse(body)).toHaveProperty('error.message', 'TASK_NOT_DELETABLE');
    expect(rule).toBe('running');
    expect(isThere()).toBe(true);
  });

  describe.each(kinds)('with a %s that uses it', (resource, key) => {
    it.each(['registered', 'completed', 'failed'])('is available while that is %s', (status) => {
      use(resource, key, status);
      expect(deleteTask()).toMatchObject({ status: 200, rule: 'deleted' });
      expect(isThere()).toBe(false);
      expect(mock.records.get(address(resource, key))).toMatchObject({ task_id: task, status });
    });

    it.each(['pending', 'in_progress'])('is unavailable while that is %s, and an error says so', (status) => {
      use(resource, key, status);
      const { status: answered, body, rule } = deleteTask();
      expect(answered).toBeGreaterThanOrEqual(400);
      expect(JSON.parse(body)).toHaveProperty('error.message', 'TASK_IN_USE');
      expect(rule).toBe('in-use');
      expect(isThere()).toBe(true);
    });

    it('is unavailable while that is registered, where the newer edition is switched on', () => {
      mock.switches.set('naver-nclue', { registeredDependents: 'block' });
      use(resource, key, 'registered');
      expect(deleteTask().rule).toBe('in-use-registered');
      mock.records.patch(address(resource, key), { status: 'completed' });
      expect(deleteTask().rule).toBe('deleted');
    });
  });

  it('is unavailable while one user of many is running', () => {
    for (const [resource, key] of kinds) use(resource, key, 'completed');
    use('shoppingIntent', users.shoppingIntent, 'in_progress');
    expect(deleteTask().rule).toBe('in-use');
  });

  it('can be tried again when the user has ended', () => {
    use('taskRun', users.taskRun, 'in_progress');
    expect(deleteTask().rule).toBe('in-use');
    use('taskRun', users.taskRun, 'completed');
    expect(deleteTask().rule).toBe('deleted');
  });

  it('finds nothing the second time', () => {
    deleteTask();
    expect(deleteTask()).toMatchObject({ status: 404, rule: 'absent' });
    expect(send('GET', `/tasks/${task}`).status).toBe(404);
  });
});

describe("NCLUE's fixtures", () => {
  it.each([
    ['a pending run', 'a1', 'in-use'],
    ['a shopping intent in progress', 'a2', 'in-use'],
    ['pending custom attributes', 'a3', 'in-use'],
    ['a registered run', 'a4', 'deleted'],
    ['only users that have ended', 'a5', 'deleted'],
    ['users in every state', 'a6', 'in-use'],
  ])('hold a task with %s', (_users, end, rule) => {
    expect(deleteTask(`7a500000-0000-4000-8000-0000000000${end}`).rule).toBe(rule);
  });

  it.each(['feature', 'task', 'taskRun', 'customAttribute', 'shoppingIntent'])(
    'hold a %s in every state',
    (resource) => {
      const states = new Set(mock.records.all('naver-nclue', resource).map(({ status }) => status));
      expect([...states].sort()).toEqual(['completed', 'failed', 'in_progress', 'pending', 'registered']);
    },
  );
});
