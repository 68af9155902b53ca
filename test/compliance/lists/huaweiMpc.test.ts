import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { invalid, own, statuses } from '../model/huaweiMpcModel.js';
import { type Answer, huaweiToken, openSandbox } from '../model/support/sandbox.js';
import { queryOf } from './support/query.js';

const sandbox = await openSandbox('huawei-mpc', huaweiToken);
const path = `/v1/${own}/transcodings`;
beforeEach(() => sandbox.mock.reset());

interface Shown {
  readonly task_id: string;
  readonly status: string;
  readonly create_time: string;
}
const shownIn = (answer: Answer) => (answer.body as { task_array: Shown[] }).task_array;

/** Ids that are in another order as texts than as numbers; and times one second apart. */
const times = ['20260101000000', '20260101000001', '20260102120000', '20260203040506'];
const task = fc.record({
  task_id: fc.constantFrom(1, 2, 9, 10, 11, 99, 100, 100_211, 2_147_483_647),
  status: fc.constantFrom(...statuses),
  create_time: fc.constantFrom(...times),
});
const tasks = fc.uniqueArray(task, { selector: (one) => one.task_id, maxLength: 9 });

function put(held: readonly { task_id: number; status: string; create_time: string }[]): void {
  sandbox.mock.reset();
  for (const { task_id: id, ...fields } of held) sandbox.put('transcodingTask', id, fields, own);
}

describe('a query of transcoding tasks', () => {
  it('shows those of the status and the time asked for, page by page from page 0', () => {
    const maybe = <T>(of: readonly T[]) => fc.option(fc.constantFrom(...of), { nil: undefined });
    const filters = fc.record({
      status: maybe(statuses),
      start_time: maybe([...times, '20251231235959']),
      end_time: maybe([...times, '20270101000000']),
      size: fc.constantFrom(1, 2, 3, 100, undefined),
    });
    fc.assert(
      fc.property(tasks, filters, (held, { size, ...asked }) => {
        put(held);
        const { status, start_time: start, end_time: end } = asked;
        const wanted = held.filter(
          (one) =>
            (status === undefined || one.status === status) &&
            (start === undefined || one.create_time >= start) &&
            (end === undefined || one.create_time <= end),
        );
        const [each, seen] = [size ?? 10, [] as string[]];
        for (let page = 0; page <= Math.ceil(wanted.length / each) + 1; page += 1) {
          const answer = sandbox.send(
            'GET',
            `${path}${queryOf({ ...asked, size, page: page === 0 ? undefined : page })}`,
          );
          const more = (page + 1) * each < wanted.length ? 1 : 0;
          expect(answer).toMatchObject({ status: 200, body: { total: wanted.length, is_truncated: more } });
          expect(shownIn(answer).length).toBe(Math.max(0, Math.min(each, wanted.length - page * each)));
          seen.push(...shownIn(answer).map((one) => one.task_id));
        }
        expect(seen.sort()).toEqual(wanted.map((one) => String(one.task_id)).sort());
      }),
    );
  });

  it.each(['', '/detail'])(
    'shows the tasks of up to ten ids, decimals cut off, whatever else but ids is asked (%s)',
    (end) => {
      const id = fc.tuple(fc.constantFrom(1, 9, 10, 100, 7), fc.constantFrom('', '.0', '.9', '.999999'));
      fc.assert(
        fc.property(tasks, fc.array(id, { minLength: 1, maxLength: 10 }), (held, ids) => {
          put(held);
          const others =
            end === '' ? { page: 3, size: 1, start_time: '20260102000000', end_time: '20260101000000' } : {};
          const answer = sandbox.send(
            'GET',
            `${path}${end}${queryOf({ task_id: ids.map((one) => one.join('')), ...others })}`,
          );
          const wanted = held.filter((one) => ids.some(([whole]) => whole === one.task_id));
          expect(answer.status).toBe(200);
          expect(
            shownIn(answer)
              .map((one) => one.task_id)
              .sort(),
          ).toEqual(wanted.map((one) => String(one.task_id)).sort());
        }),
      );
    },
  );

  it('writes ids and times as texts, in the documented form', () => {
    put([{ task_id: 100, status: 'SUCCEEDED', create_time: '20260101000000' }]);
    expect(shownIn(sandbox.send('GET', path))).toMatchObject([{ task_id: '100', create_time: '20260101000000' }]);
  });

  it.each([
    'size=0',
    'size=101',
    'size=-1',
    'size=x',
    'size=',
    'page=-1',
    'page=x',
    'size=1&size=2',
    'status=DONE',
    'status=succeeded',
    'start_time=2026',
    'start_time=2026-01-01T00:00:00Z',
    'task_id=abc',
    'task_id=1&task_id=x',
    'task_id=',
    `task_id=${'1&task_id='.repeat(10)}1`,
  ])('is refused with %s', (query) => {
    expect(sandbox.send('GET', `${path}?${query}`)).toMatchObject(invalid);
  });

  it.each(['size=1', 'size=100', 'page=0', 'page=1000000', 'size=100.9', 'unknown=1'])(
    'is answered with %s',
    (query) => {
      expect(sandbox.send('GET', `${path}?${query}`)).toMatchObject({
        status: 200,
        body: { task_array: [], total: 0 },
      });
    },
  );
});

describe('the overview', () => {
  const days = ['20260101', '20260102', '20260131'];
  it('counts the tasks of each day of the period, both ends included', () => {
    const day = fc.constantFrom(...days);
    fc.assert(
      fc.property(tasks, day, day, (held, from, to) => {
        put(held);
        const query = { start_time: from, end_time: to, stat_type: 'transcode_task_number' };
        const answer = sandbox.send('GET', `${path}/summaries${queryOf(query)}`);
        const within = held.filter((one) => one.create_time.slice(0, 8) >= from && one.create_time.slice(0, 8) <= to);
        if (from > to) expect(answer).toMatchObject(invalid);
        else expect(answer).toMatchObject({ status: 200, body: { total: within.length } });
      }),
    );
  });

  it.each(['', 'start_time=20260101', 'start_time=20260101&end_time=20260102', 'start_time=1&end_time=2&stat_type=x'])(
    'is refused with "%s"',
    (query) => {
      expect(sandbox.send('GET', `${path}/summaries?${query}`)).toMatchObject(invalid);
    },
  );
});
