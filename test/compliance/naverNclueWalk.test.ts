import { beforeEach, describe, expect, it } from 'vitest';
import { loadContract } from '../../src/contract/loadContract.js';
import { createMock } from '../../src/mock/createMock.js';

/** NCLUE's 21 operations in the order people use them, from data to result. */

const mock = createMock([await loadContract('naver-nclue')], { auth: 'off', start: Date.UTC(2026, 10, 22) });

beforeEach(() => mock.reset());

type Json = Readonly<Record<string, unknown>>;

function send(method: string, path: string, body?: Json) {
  const headers = body ? { 'content-type': 'application/json' } : {};
  const bytes = body && { body: new TextEncoder().encode(JSON.stringify(body)) };
  const { status, body: text, headers: sent } = mock.handle({ method, target: `/api/v1${path}`, headers, ...bytes });
  const isJson = sent['Content-Type']?.includes('json');
  return { status, body: (isJson ? JSON.parse(String(text)) : text) as Json, headers: sent };
}

const feature = { name: 'f', source_bucket: 'b', source_file_path: 'a/f.tsv' };

function madeFeature(name = 'f'): string {
  const { body } = send('POST', '/features', { ...feature, name });
  mock.clock.advance('10s');
  return String(body['feature_id']);
}

function madeTask(name = 't'): string {
  const train = { train_feature_id: madeFeature(`feature of ${name}`), train_bucket: 'b', train_file_path: 'l.tsv' };
  const { body } = send('POST', '/tasks', { name, ...train });
  mock.clock.advance('10s');
  return String(body['task_id']);
}

describe('A feature', () => {
  it('is answered without a status, then registered, pending, in progress and completed', () => {
    const { status, body } = send('POST', '/features', feature);
    expect(status).toBe(200);
    expect(body).toEqual({
      feature_id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      feature_name: 'f',
      created_at: '2026-11-22T00:00:00Z',
      source_bucket: 'b',
      source_file_path: 'a/f.tsv',
    });
    const look = () => send('GET', `/features/${body['feature_id']}`).body;
    expect(look()).toMatchObject({ status: 'registered', completed_at: null, user_count: null, fail_message: null });
    const seen = [1, 2, 3, 4, 5].map(() => {
      mock.clock.advance('1s');
      return look()['status'];
    });
    expect(seen).toEqual(['pending', 'in_progress', 'in_progress', 'in_progress', 'completed']);
    expect(look()).toMatchObject({ completed_at: '2026-11-22T00:00:05Z', user_count: 1000, fail_message: null });
  });

  it('shows why it failed', () => {
    const key = madeFeature();
    mock.records.patch({ provider: 'naver-nclue', resource: 'feature', key }, { status: 'failed' }, { enter: true });
    expect(send('GET', `/features/${key}`).body).toMatchObject({ status: 'failed', fail_message: 'COMMON_ERROR' });
  });

  it('can be cancelled by deleting it before it starts, and not while it runs', () => {
    const key = send('POST', '/features', feature).body['feature_id'];
    mock.clock.advance('1s');
    expect(send('DELETE', `/features/${key}`).body).toHaveProperty('error.message', 'FEATURE_NOT_DELETABLE');
    const other = send('POST', '/features', { ...feature, name: 'g' }).body['feature_id'];
    expect(send('DELETE', `/features/${other}`)).toMatchObject({ status: 200, body: { feature_id: other } });
  });

  it.each([
    ['trained on it', 'train'],
    ['tested on it', 'test'],
  ])('is kept by a task %s until that has ended', (_how, role) => {
    const [train_feature_id, test_feature_id] = [madeFeature('a'), madeFeature('b')];
    const train = { train_feature_id, train_bucket: 'b', train_file_path: 'x' };
    const test = { test_feature_id, test_bucket: 'b', test_file_path: 'y' };
    expect(send('POST', '/tasks', { name: 't', ...train, ...test }).body).toMatchObject({
      train_feature_name: 'a',
      test_feature_name: 'b',
    });
    mock.clock.advance('1s');
    const path = `/features/${role === 'train' ? train_feature_id : test_feature_id}`;
    expect(send('DELETE', path)).toMatchObject({ status: 409, body: { error: { message: 'FEATURE_IN_USE' } } });
    mock.clock.advance('10s');
    expect(send('DELETE', path).status).toBe(200);
  });

  it('gives its name free when it is deleted, and not before', () => {
    const key = madeFeature();
    expect(send('POST', '/features', feature)).toMatchObject({ status: 409, body: { error: { errorCode: '10102' } } });
    send('DELETE', `/features/${key}`);
    expect(send('POST', '/features', feature).status).toBe(200);
  });
});

describe('A task', () => {
  it('shows null for what it was not given and for what is not known yet', () => {
    const train = { train_feature_id: madeFeature(), train_bucket: 'b', train_file_path: 'l.tsv' };
    const { body } = send('POST', '/tasks', { name: 't', ...train });
    expect(body).toEqual({
      task_id: expect.any(String),
      task_name: 't',
      created_at: '2026-11-22T00:00:10Z',
      ...train,
      train_feature_name: 'f',
      test_feature_id: null,
      test_feature_name: null,
      test_bucket: null,
      test_file_path: null,
    });
    const unknown = { completed_at: null, AUROC: null, line_count: null, disk_usage: null, fail_message: null };
    expect(send('GET', `/tasks/${body['task_id']}`).body).toEqual({ ...body, status: 'registered', ...unknown });
  });

  it.each([
    ['/train_file_path', '10104'],
    ['/test_file_path', '10105'],
  ])('refuses a forbidden character in %s with a code of its own', (at, code) => {
    const paths = { train_file_path: 'ok.tsv', test_file_path: 'ok.tsv', [at.slice(1)]: 'a?b' };
    const input = { name: 't', train_feature_id: madeFeature(), train_bucket: 'b', ...paths };
    expect(send('POST', '/tasks', input)).toMatchObject({ status: 422, body: { error: { errorCode: code } } });
  });

  it('refuses a name of 101 characters, not one of 100', () => {
    expect(send('POST', '/features', { ...feature, name: 'n'.repeat(100) }).status).toBe(200);
    const { status, body } = send('POST', '/features', { ...feature, name: 'n'.repeat(101) });
    expect([status, body]).toMatchObject([422, { error: { errorCode: '10101', message: 'NAME_TOO_LONG' } }]);
  });
});

describe('What uses a task', () => {
  it('is refused while the task is not completed or not there', () => {
    const input = { name: 'p', task_id: '7a500000-0000-4000-8000-000000000002' };
    const path = '/profile/shopping-intents';
    expect(send('POST', path, input)).toMatchObject({
      status: 409,
      body: { error: { message: 'TASK_NOT_COMPLETED' } },
    });
    const gone = send('POST', path, { ...input, task_id: 'gone' });
    expect(gone).toMatchObject({ status: 404, body: { error: { message: 'TASK_NOT_FOUND', details: 'gone' } } });
  });

  it('keeps the id and the name of a task that was deleted', () => {
    const task_id = madeTask();
    const result = { result_bucket: 'b', result_file_path: 'r/' };
    const { body } = send('POST', '/task-runs', { name: 'r', task_id, feature_id: madeFeature(), ...result });
    mock.clock.advance('10s');
    expect(send('DELETE', `/tasks/${task_id}`).status).toBe(200);
    const run = send('GET', `/task-runs/${body['run_id']}`).body;
    expect(run).toMatchObject({ ...body, task_id, task_name: 't', status: 'completed', line_count: 1000 });
    expect(send('DELETE', `/task-runs/${body['run_id']}`).body).toEqual({ run_id: body['run_id'] });
  });

  it('can be downloaded as a file once it is a completed shopping intent', () => {
    const id = send('POST', '/profile/shopping-intents', { name: 'p', task_id: madeTask() }).body['profile_id'];
    const download = () => send('GET', `/profile/shopping-intents-download/${id}`);
    expect(download()).toMatchObject({ status: 409, body: { error: { message: 'SHOPPING_INTENT_NOT_COMPLETED' } } });
    mock.clock.advance('10s');
    const { status, headers, body } = download();
    expect(status).toBe(200);
    expect(headers['Content-Type']).toMatch(/^text\/tab-separated-values/);
    expect(headers['Content-Disposition']).toBe(`attachment; filename="${id}.tsv"`);
    expect(String(body).split('\n')[0]).toBe('category\tvalue\tshare');
    expect(send('DELETE', `/profile/shopping-intents/${id}`).body).toEqual({ profile_id: id });
  });
});

describe('Custom attributes', () => {
  const path = '/profile/custom-attributes';
  const input = () => ({
    name: 'c',
    feature_id: madeFeature(),
    keyword_set: 'camping\nhiking',
    result_bucket: 'b',
    result_file_path: 'r',
  });

  it('show their keywords separated by commas, and no task', () => {
    const { body } = send('POST', path, input());
    expect(body).toMatchObject({ keyword_set: 'camping,hiking', feature_name: 'f' });
    expect(send('GET', `${path}/${body['profile_id']}`).body).toMatchObject({ keyword_set: 'camping,hiking' });
    expect(body).not.toHaveProperty('task_id');
    expect(send('GET', `${path}/ca000000-0000-4000-8000-0000000000b3`).body).not.toHaveProperty('task_id');
  });

  it('cannot be tied to a task by a request', () => {
    const task_id = madeTask();
    send('POST', path, { ...input(), task_id });
    mock.clock.advance('1s');
    expect(send('DELETE', `/tasks/${task_id}`).status).toBe(200);
  });
});

describe('A list', () => {
  it('starts at 0 and shows 20, newest first, of all there are', () => {
    const { body } = send('GET', '/tasks');
    expect(body).toMatchObject({ index: 0, limit: 20, total: 12 });
    expect(body['tasks']).toHaveLength(12);
    const at = (body['tasks'] as Json[]).map(({ created_at }) => String(created_at));
    expect(at).toEqual([...at].sort().reverse());
  });

  it.each([
    ['items', 'all', [3, 4, 5], 7],
    ['pages', 'all', [], 7],
    ['items', 'shown', [3, 4, 5], 3],
  ])('reads index as %s and total as %s', (indexCounts, totalCounts, places, total) => {
    const whole = send('GET', '/profile/shopping-intents').body['profiles'] as Json[];
    mock.switches.set('naver-nclue', { indexCounts, totalCounts });
    const { body } = send('GET', '/profile/shopping-intents?index=3&limit=3');
    expect(body).toEqual({ index: 3, limit: 3, total, profiles: places.map((place) => whole[place]) });
  });

  it.each(['index=-1', 'index=one', 'limit=0', 'limit=101'])('refuses %s', (query) => {
    expect(send('GET', `/features?${query}`)).toMatchObject({ status: 422, body: { error: { errorCode: '99005' } } });
  });
});
