import { describe, expect, expectTypeOf, it } from 'vitest';
import { loadContract } from '../../../src/contract/loadContract.js';
import type { DataModel } from '../../../src/msw/dataTypes.js';
import { mockProvider } from '../../../src/msw/mockProvider.js';

const contract = await loadContract('huawei-mpc');
const open = () => mockProvider<'huawei-mpc'>(contract, { fixtures: {} });
const task = { provider: 'huawei-mpc', resource: 'transcodingTask' };

describe('the database of a provider', () => {
  it('makes a whole record of what little is given', async () => {
    const { db, records } = await open();
    const made = db.transcodingTask.create({ status: 'TRANSCODING', input: { bucket: 'b' } });
    expect(made).toMatchObject({ status: 'TRANSCODING', input: { bucket: 'b' } });
    expect(Number.isInteger(made.task_id)).toBe(true);
    expect(made.project_id).toMatch(/^[0-9a-f]{32}$/);
    expect(records.get({ ...task, key: made.task_id })).toEqual(made);
    expect(db.transcodingTask.create().status).toBe('WAITING');
    expect(db.transcodingTask.count()).toBe(2);
  });

  it('gives what is absent as absent, not as an empty text', async () => {
    const { db } = await open();
    expect(db.transcodingTask.create()).not.toHaveProperty('user_data');
  });

  it('is asked by field, comparison and object, in order of creation or another', async () => {
    const { db } = await open();
    for (const priority of [3, 9, 6])
      db.transcodingTask.create({ priority, status: 'FAILED', input: { bucket: `b${priority}` } });
    const priorities = (list: readonly { priority?: number }[]) => list.map(({ priority }) => priority);
    const { transcodingTask: tasks } = db;
    expect(priorities(tasks.getAll())).toEqual([3, 9, 6]);
    expect(priorities(tasks.findMany({ where: { priority: { gte: 6 } } }))).toEqual([9, 6]);
    expect(priorities(tasks.findMany({ orderBy: { priority: 'asc' }, skip: 1, take: 1 }))).toEqual([6]);
    expect(tasks.findFirst({ where: { input: { bucket: { equals: 'b9' } } } })?.priority).toBe(9);
    expect(tasks.count({ where: { status: { in: ['WAITING', 'TRANSCODING'] } } })).toBe(0);
    expect(tasks.findFirst({ where: { project_id: { equals: 'elsewhere' } } })).toBeNull();
  });

  it('changes and takes out records without asking the rules, and objects whole', async () => {
    const { db, mock } = await open();
    const { task_id } = db.transcodingTask.create({ status: 'TRANSCODING', input: { bucket: 'b', object: 'o' } });
    const where = { task_id: { equals: task_id } };
    db.transcodingTask.update({ where, data: { status: 'SUCCEEDED', input: { bucket: 'c' } } });
    expect(mock.records.get({ ...task, key: task_id })).toMatchObject({ status: 'SUCCEEDED' });
    expect(db.transcodingTask.findFirst({ where })?.input).toEqual({ bucket: 'c' });
    expect(db.transcodingTask.updateMany({ where, data: { priority: (before) => (before ?? 0) + 1 } })).toHaveLength(1);
    expect(db.transcodingTask.delete({ where })?.task_id).toBe(task_id);
    expect(db.transcodingTask.delete({ where })).toBeNull();
    expect(mock.records.all('huawei-mpc', 'transcodingTask')).toEqual([]);
  });

  it('gives copies: changing one changes nothing', async () => {
    const { db } = await open();
    const made = db.transcodingTask.create({ input: { bucket: 'b' } });
    Object.assign(made, { status: 'FAILED' });
    expect(db.transcodingTask.getAll()[0]?.status).toBe('WAITING');
  });

  it('says what is wrong with a model, a field, a state, a key and a strict query', async () => {
    const { db } = await open();
    const { task_id } = db.transcodingTask.create();
    // @ts-expect-error: no such model
    expect(() => db.transcodingTsk.count()).toThrow(/Did you mean "transcodingTask"\?.*\[unknown-resource\]/);
    // @ts-expect-error: no such field
    expect(() => db.transcodingTask.count({ where: { stat: { equals: 'x' } } })).toThrow(/"status"\?.*\[bad-query\]/);
    // @ts-expect-error: no such state
    expect(() => db.transcodingTask.create({ status: 'DONE' })).toThrow(/"DONE".*SUCCEEDED.*\[unknown-state\]/);
    expect(() => db.transcodingTask.create({ task_id })).toThrow(/already.*\[bad-fixture\]/);
    const nothing = { where: { task_id: { equals: 1 } }, strict: true };
    expect(() => db.transcodingTask.findFirst(nothing)).toThrow(/\[no-such-record\]/);
  });

  it('stays that of its own sandbox when another is made, and holds what a replaced contract keeps', async () => {
    const { db, mock } = await open();
    db.transcodingTask.create({ task_id: 7, status: 'FAILED' });
    const beside = mock.createSandbox();
    beside.records.create('huawei-mpc', 'transcodingTask', { task_id: 8 });
    expect(db.transcodingTask.getAll().map(({ task_id }) => task_id)).toEqual([7]);

    mock.replaceContract(contract);
    expect(db.transcodingTask.getAll().map(({ task_id }) => task_id)).toEqual([7]);
    mock.records.create('huawei-mpc', 'transcodingTask', { task_id: 9 });
    expect(db.transcodingTask.count()).toBe(2);

    expect(() => mock.replaceContract({ ...contract, compiled: { ...contract.compiled, id: 'other' } })).toThrow();
    expect(db.transcodingTask.count()).toBe(2);
  });

  it('can be printed and compared', async () => {
    const { db } = await open();
    expect(db).toEqual(db);
    expect(JSON.stringify(db)).toBe('{"transcodingTask":{}}');
    expect(await Promise.resolve(db)).toBe(db);
  });

  it('is not copied to another in an imitated browser', async () => {
    const sent: unknown[] = [];
    class Channel {
      addEventListener() {}
      postMessage(message: unknown) {
        sent.push(message);
      }
    }
    const { BroadcastChannel: real } = globalThis;
    Object.assign(globalThis, { window: globalThis, BroadcastChannel: Channel });
    try {
      const { db } = await open();
      db.transcodingTask.create();
      expect(sent).toEqual([]);
    } finally {
      Object.assign(globalThis, { BroadcastChannel: real });
      Reflect.deleteProperty(globalThis, 'window');
    }
  });
});

describe('the types of the database', () => {
  it('are those of the contract', async () => {
    const { db } = await open();
    type Task = NonNullable<ReturnType<(typeof db.transcodingTask)['findFirst']>>;
    expectTypeOf<Task['task_id']>().toEqualTypeOf<number>();
    expectTypeOf<Task['status']>().toEqualTypeOf<
      'NEED_TO_BE_AUDIT' | 'WAITING' | 'TRANSCODING' | 'SUCCEEDED' | 'FAILED' | 'CANCELED'
    >();
    expectTypeOf<NonNullable<Task['input']>['bucket']>().toEqualTypeOf<string | undefined>();
    expectTypeOf(db.transcodingTask).toExtend<DataModel<Task>>();
    expectTypeOf<keyof typeof db>().toEqualTypeOf<'transcodingTask'>();
    // @ts-expect-error: a number is compared with numbers
    const wrong: Parameters<typeof db.transcodingTask.count>[0] = { where: { task_id: { equals: '7' } } };
    expect(db.transcodingTask.count(wrong)).toBe(0);
  });
});
