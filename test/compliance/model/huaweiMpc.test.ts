import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  api,
  foreign,
  invalid,
  type Model,
  ofOwn,
  order,
  otherProject,
  own,
  type Status,
  statuses,
  type Task,
} from './huaweiMpcModel.js';
import { follow } from './support/follow.js';
import { type Answer, huaweiToken, openSandbox, type Sandbox } from './support/sandbox.js';
import { choose, type Pick, pick, step, wait, walk } from './support/steps.js';

const project = fc.oneof({ weight: 9, arbitrary: fc.constant(own) }, fc.constant(foreign));
const location = { bucket: 'media', location: 'cn-north-4', object: 'a.mp4' };
const idOf = (model: Model, which: Pick) =>
  choose(
    which,
    model.tasks.map(({ id }) => id),
    model.gone,
    987_654,
  );

const create = step<Model, { project: string; leave: string }>(
  'create',
  fc.record({ project, leave: fc.constantFrom('', '', '', 'output', 'trans_template_id', 'input') }),
  (model, sandbox, args) => {
    const body: Record<string, unknown> = { input: location, output: location, trans_template_id: [7000523] };
    delete body[args.leave];
    const answer = sandbox.send('POST', `/v1/${args.project}/transcodings`, { json: body });
    expect(answer).toMatchObject(api.create(model, args.project, body, answer, sandbox.mock.clock.now()));
  },
);

const cancel = step<Model, { project: string; which: Pick; decimals: string }>(
  'cancel',
  fc.record({ project, which: pick, decimals: fc.constantFrom('', '', '.9') }),
  (model, sandbox, args) => {
    const id = idOf(model, args.which);
    const answer = sandbox.send('DELETE', `/v1/${args.project}/transcodings?task_id=${id}${args.decimals}`);
    expect(answer).toMatchObject(api.cancel(model, args.project, id));
  },
);

const remove = step<Model, { project: string; which: Pick; decimals: string; twice: boolean }>(
  'delete the record of',
  fc.record({ project, which: pick, decimals: fc.constantFrom('', '', '.0'), twice: fc.boolean() }),
  (model, sandbox, args) => {
    const id = idOf(model, args.which);
    for (let times = args.twice ? 2 : 1; times > 0; times -= 1) {
      const answer = sandbox.send('DELETE', `/v1/${args.project}/transcodings/task?task_id=${id}${args.decimals}`);
      expect(answer).toMatchObject(api.remove(model, args.project, id));
    }
  },
);

/** Parameters that are not what Table 2 asks for: one integer. */
const broken = step<Model, { path: string; query: string }>(
  'delete with a broken id',
  fc.record({
    path: fc.constantFrom('transcodings', 'transcodings/task'),
    query: fc.constantFrom('', '?task_id=', '?task_id=abc', '?task_id=1&task_id=2', '?taskid=100211', '?task_id=%20'),
  }),
  (_model, sandbox, { path, query }) => {
    expect(sandbox.send('DELETE', `/v1/${own}/${path}${query}`)).toMatchObject(invalid);
  },
);

const queryByIds = step<Model, { project: string; picks: Pick[] }>(
  'query ids',
  fc.record({ project, picks: fc.array(pick, { minLength: 1, maxLength: 12 }) }),
  (model, sandbox, args) => {
    const ids = args.picks.map((which) => idOf(model, which));
    const query = ids.map((id) => `task_id=${id}`).join('&');
    const answer = sandbox.send('GET', `/v1/${args.project}/transcodings?${query}`);
    if (args.project !== own) expect(answer).toMatchObject(otherProject);
    else if (ids.length > 10) expect(answer).toMatchObject(invalid);
    else
      expectTasks(
        answer,
        ofOwn(model).filter((task) => ids.includes(task.id)),
      );
  },
);

const queryAll = step<Model, { status: Status | undefined; size: number }>(
  'query',
  fc.record({
    status: fc.option(fc.constantFrom(...statuses), { nil: undefined }),
    size: fc.constantFrom(1, 2, 3, 100),
  }),
  (model, sandbox, { status, size }) => {
    const matching = ofOwn(model).filter((task) => !status || task.status === status);
    const seen: unknown[] = [];
    const pages = Math.ceil(matching.length / size);
    for (let page = 0; page <= pages; page += 1) {
      const filter = status ? `&status=${status}` : '';
      const answer = sandbox.send('GET', `/v1/${own}/transcodings?page=${page}&size=${size}${filter}`);
      const body = answer.body as { task_array: unknown[] };
      expect(answer).toMatchObject({
        status: 200,
        body: { total: matching.length, is_truncated: page < pages - 1 ? 1 : 0 },
      });
      expect(body.task_array.length).toBe(Math.max(0, Math.min(size, matching.length - page * size)));
      seen.push(...body.task_array);
    }
    expectTasks({ status: 200, headers: {}, body: { task_array: seen } }, matching);
  },
);

const detail = step<Model, { project: string; picks: Pick[] }>(
  'detail',
  fc.record({ project, picks: fc.array(pick, { maxLength: 11 }) }),
  (model, sandbox, args) => {
    const ids = args.picks.map((which) => idOf(model, which));
    const query = ids.map((id) => `task_id=${id}`).join('&');
    const answer = sandbox.send('GET', `/v1/${args.project}/transcodings/detail?${query}`);
    if (args.project !== own) expect(answer).toMatchObject(otherProject);
    else if (ids.length > 10) expect(answer).toMatchObject(invalid);
    else
      expectTasks(
        answer,
        ofOwn(model).filter((task) => ids.length === 0 || ids.includes(task.id)),
      );
  },
);

const days = fc.constantFrom('20251231', '20260101', '20260102', '20260104', '20991231');
const summary = step<Model, { project: string; from: string; to: string }>(
  'summary',
  fc.record({ project, from: days, to: days }),
  (model, sandbox, args) => {
    const query = `start_time=${args.from}&end_time=${args.to}&stat_type=transcode_task_number`;
    const answer = sandbox.send('GET', `/v1/${args.project}/transcodings/summaries?${query}`);
    expect(answer).toMatchObject(api.summary(model, args.project, args.from, args.to));
  },
);

const brokenQuery = step<Model, string>(
  'query',
  fc.constantFrom('size=0', 'size=101', 'size=x', 'page=-1', 'task_id=abc'),
  (_model, sandbox, query) => {
    expect(sandbox.send('GET', `/v1/${own}/transcodings?${query}`)).toMatchObject(invalid);
  },
);

const putState = step<Model, { which: Pick; project: string; status: Status }>(
  'put by control',
  fc.record({ which: pick, project, status: fc.constantFrom(...statuses) }),
  (model, sandbox, args) => {
    const id = idOf(model, args.which);
    sandbox.put('transcodingTask', id, { status: args.status }, args.project);
    const task: Task = {
      id,
      project: args.project,
      status: args.status,
      flows: false,
      created: sandbox.mock.clock.now(),
    };
    model.tasks = [...model.tasks.filter((one) => one.id !== id || one.project !== args.project), task];
    model.gone = model.gone.filter((gone) => gone !== id);
  },
);

const advance = step<Model, string>('wait', wait, (model, sandbox, duration) => {
  sandbox.mock.clock.advance(duration);
  const records = sandbox.records('transcodingTask');
  for (const task of model.tasks) {
    const record = records.find((one) => one['task_id'] === task.id && one['project_id'] === task.project);
    if (task.flows && order.includes(task.status))
      task.status = follow(order, task.status, record?.['status'] as Status, duration === '24h');
  }
});

function expectTasks(answer: Answer, tasks: readonly Task[]): void {
  expect(answer.status).toBe(200);
  const shown = (answer.body as { task_array: { task_id: unknown; status: unknown }[] }).task_array;
  const text = (one: { task_id: unknown; status: unknown }) => JSON.stringify([one.task_id, one.status]);
  // In an answer to a query the id is a text, though it is a number everywhere else.
  expect(shown.map(text).sort()).toEqual(tasks.map(({ id, status }) => text({ task_id: String(id), status })).sort());
}

function compareState(model: Model, sandbox: Sandbox): void {
  const held = sandbox.records('transcodingTask').map((one) => [one['project_id'], one['task_id'], one['status']]);
  expect(held.map(String).sort()).toEqual(
    model.tasks.map(({ project, id, status }) => String([project, id, status])).sort(),
  );
}

const ends = [cancel, remove, remove, broken];
const looks = [queryByIds, queryAll, brokenQuery, detail, summary];
const steps = [create, create, ...ends, ...looks, putState, advance];
const start = (): Model => ({ tasks: [], gone: [] });

it('answers every story of transcoding tasks as the documented rules say', async () => {
  walk(await openSandbox('huawei-mpc', huaweiToken), steps, start, compareState);
});

it('would notice a mock that answers an unfinished task with the other status', async () => {
  const other = await openSandbox('huawei-mpc', huaweiToken, { notFinalStatus: 'forbidden' });
  expect(() => walk(other, steps, start, compareState)).toThrow('Counterexample');
});
