import { expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/loadContract.js';
import { createMock } from '../../../src/mock/createMock.js';

const provider = 'huawei-modelarts';
const project = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';
const contract = await loadContract(provider);
const key = 'CountedTask12345678';
const address = { provider, resource: 'processorTask', key };
const path = `/v2/${project}/processor-tasks/${key}`;

function taskWithTwoVersions() {
  const mock = createMock([contract], { auth: 'off', fixtures: { [provider]: {} } });
  const remove = () => mock.handle({ method: 'DELETE', target: path, headers: { host: 'mock' } });
  const makeTask = () => mock.records.put(address, { status: 2 });
  const makeVersion = () => mock.records.create(provider, 'processorTaskVersion', { task_id: key })['version_name'];
  makeTask();
  expect([makeVersion(), makeVersion()]).toEqual(['V001', 'V002']);
  const counters = () => mock.exportState().providers[provider]?.counters;
  expect(Object.values(counters() ?? {})).toEqual([3]);
  return { mock, remove, counters, makeTask, makeVersion };
}

test('names are counted within a record as long as it is there', () => {
  const { mock, makeVersion } = taskWithTwoVersions();
  for (const { task_version_id } of mock.records.all(provider, 'processorTaskVersion'))
    mock.records.remove({ provider, resource: 'processorTaskVersion', key: String(task_version_id) });
  expect(makeVersion()).toBe('V003');
});

test('what was counted within a record goes with it when the provider deletes it', () => {
  const { remove, counters, makeTask, makeVersion } = taskWithTwoVersions();
  expect(remove().status).toBe(200);
  expect(counters()).toEqual({});
  makeTask();
  expect(makeVersion()).toBe('V001');
});

test('and when control does', () => {
  const { mock, counters } = taskWithTwoVersions();
  mock.records.remove(address);
  expect(counters()).toEqual({});
});
