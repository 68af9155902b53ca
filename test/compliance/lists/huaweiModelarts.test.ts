import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { own } from '../model/huaweiModelartsModel.js';
import { type Answer, huaweiToken, openSandbox } from '../model/support/sandbox.js';
import { expectOrder } from './support/order.js';
import { queryOf } from './support/query.js';

const sandbox = await openSandbox('huawei-modelarts', huaweiToken);
const path = `/v2/${own}/processor-tasks`;
const maybe = <const T>(...of: readonly T[]) => fc.option(fc.constantFrom(...of), { nil: undefined });
const refusal = {
  status: 400,
  body: { error_code: expect.stringMatching(/^ModelArts\.\d{4}$/), error_msg: expect.any(String) },
};
const itemsIn = <Item>(answer: Answer, name: string) => (answer.body as Record<string, Item[]>)[name] ?? [];
const idOf = (number: number) => `Task${String(number).padStart(15, '0')}`;

interface Task {
  readonly name: string;
  readonly status: number;
  readonly template: { readonly id: string };
  readonly workspace_id: string;
  readonly create_time: number;
  readonly duration_seconds: number;
  readonly version_id: string;
  readonly is_current: boolean;
  readonly inputs: readonly { readonly type: string; readonly source: string }[];
}

const task: fc.Arbitrary<Task> = fc.record({
  name: fc.constantFrom('cats', 'Cats 2', 'dogs', 'hotdogs', 'a%b', 'Ü'),
  status: fc.nat(4),
  template: fc.record({ id: fc.constantFrom('sys_data_analyse', 'sys_data_cleaning', 'sys_data_validation') }),
  workspace_id: fc.constantFrom('0', '0', '0', 'w1'),
  create_time: fc.constantFrom(999, 1_000, 10_000, 1_767_254_400_000, 1_767_254_400_001),
  duration_seconds: fc.constantFrom(2, 9, 10, 100),
  version_id: fc.constantFrom('A', 'B', 'C'),
  is_current: fc.boolean(),
  inputs: fc.array(fc.record({ type: fc.constantFrom('OBS', 'DATASET'), source: fc.constantFrom('/a/', '/b/') }), {
    minLength: 1,
    maxLength: 2,
  }),
});

const filters = fc.record({
  status: maybe(0, 1, 2, 3, 4),
  task_name: maybe('cats', 'dog', '%', 'Ü', 'nothing'),
  task_type: maybe('sys_data_analyse', 'sys_data_cleaning', 'sys_data_selection'),
  source_type: maybe('OBS', 'DATASET', 'TASK'),
  source: maybe('/a/', '/b/', '/'),
  version_id: maybe('A', 'A,B', 'C,D', 'D'),
  query_current: maybe(true, false),
  workspace_id: maybe('0', 'w1', 'w2'),
});
/** Most filters by themselves; all at once would leave nothing. */
const someFilters = fc
  .tuple(filters, fc.nat(7), fc.nat(7))
  .map(([all, one, other]) => Object.fromEntries(Object.entries(all).filter((_, at) => at === one || at === other)));

function fits(one: Task, asked: Partial<Record<string, unknown>>): boolean {
  const { status, task_name: name, task_type: type, source_type: sourceType, source, version_id: versions } = asked;
  return (
    (status === undefined || one.status === status) &&
    (name === undefined || one.name.includes(String(name))) &&
    (type === undefined || one.template.id === type) &&
    ((source === undefined && sourceType === undefined) ||
      one.inputs.some(
        (input) => (source ?? input.source) === input.source && (sourceType ?? input.type) === input.type,
      )) &&
    (versions === undefined || String(versions).split(',').includes(one.version_id)) &&
    (asked['query_current'] !== true || one.is_current) &&
    one.workspace_id === (asked['workspace_id'] ?? '0')
  );
}

describe('the list of processing tasks', () => {
  it('shows those that fit every filter, sorted as asked, page by page', () => {
    const paging = fc.record({
      limit: fc.constantFrom(undefined, 1, 2, 10, 100),
      sort_by: maybe<'create_time' | 'name' | 'duration_seconds'>('create_time', 'name', 'duration_seconds'),
      order: maybe('asc', 'desc'),
    });
    fc.assert(
      fc.property(fc.array(task, { maxLength: 12 }), someFilters, paging, (held, asked, { limit, ...sorting }) => {
        sandbox.mock.reset();
        held.forEach((one, at) => {
          sandbox.put('processorTask', idOf(at), { ...one });
        });
        const wanted = held.flatMap((one, at) => (fits(one, asked) ? [idOf(at)] : []));
        const seen: (Task & { task_id: string })[] = [];
        const size = limit ?? 10;
        for (let offset = 0; offset <= Math.ceil(wanted.length / size); offset += 1) {
          const answer = sandbox.send(
            'GET',
            `${path}${queryOf({ ...asked, ...sorting, limit, offset: offset || undefined })}`,
          );
          expect(answer).toMatchObject({ status: 200, body: { count: wanted.length } });
          expect(itemsIn(answer, 'tasks').length).toBe(Math.max(0, Math.min(size, wanted.length - offset * size)));
          seen.push(...itemsIn<Task & { task_id: string }>(answer, 'tasks'));
        }
        expect(seen.map((one) => one.task_id).sort()).toEqual(wanted.sort());
        expectOrder(seen, (one) => one[sorting.sort_by ?? 'create_time'], sorting.order ?? 'desc');
      }),
      { numRuns: 400 },
    );
  });

  it.each([undefined, true, false])('holds results unless they are not to be returned (%s)', (wanted) => {
    sandbox.mock.reset();
    sandbox.put('processorTask', idOf(1), {
      name: 'x',
      status: 2,
      template: { id: 'sys_data_analyse' },
      result: { a: 1 },
    });
    const [one] = itemsIn<object>(sandbox.send('GET', `${path}${queryOf({ return_result: wanted })}`), 'tasks');
    expect('result' in (one ?? {})).toBe(wanted !== false);
  });

  it('takes ids of versions as one value joined with commas, encoded or not', () => {
    sandbox.mock.reset();
    for (const [at, version] of ['A', 'B', 'C'].entries())
      sandbox.put('processorTask', idOf(at), { version_id: version });
    for (const query of ['version_id=A,C', 'version_id=A%2CC'])
      expect(sandbox.send('GET', `${path}?${query}`)).toMatchObject({ body: { count: 2 } });
  });

  it.each([
    ...['limit=0', 'limit=101', 'limit=-1', 'limit=x', 'limit=1.5', 'limit=1&limit=2', 'offset=-1', 'offset=x'],
    ...[
      'order=up',
      'order=ASC',
      'sort_by=size',
      'status=5',
      'status=completed',
      'query_current=maybe',
      'return_result=2',
    ],
  ])('is refused with %s', (query) => {
    expect(sandbox.send('GET', `${path}?${query}`)).toMatchObject(refusal);
  });
});

describe('the list of versions', () => {
  it('shows the versions of one task, sorted and cut as asked', () => {
    const version = fc.record({ version_name: fc.constantFrom('V001', 'V002', 'V010', 'V9'), create_time: fc.nat(20) });
    const paging = fc.record({
      limit: fc.constantFrom(undefined, 1, 3, 100),
      offset: fc.constantFrom(undefined, 0, 1, 5),
      sort_by: maybe('create_time', 'version_name'),
      order: maybe('asc', 'desc'),
    });
    fc.assert(
      fc.property(fc.array(version, { maxLength: 6 }), paging, (held, asked) => {
        sandbox.mock.reset();
        for (const at of [1, 2]) sandbox.put('processorTask', idOf(at), {});
        held.forEach((one, at) => {
          sandbox.put('processorTaskVersion', idOf(10 + at), { ...one, task_id: idOf(at % 2 ? 1 : 2) });
        });
        const wanted = held.filter((_, at) => at % 2 === 1);
        const answer = sandbox.send('GET', `${path}/${idOf(1)}/versions${queryOf(asked)}`);
        expect(answer).toMatchObject({ status: 200, body: { count: wanted.length } });
        const shown = itemsIn<(typeof held)[number]>(answer, 'versions');
        const size = asked.limit ?? 100;
        expect(shown.length).toBe(Math.max(0, Math.min(size, wanted.length - (asked.offset ?? 0) * size)));
        expectOrder(shown, (one) => one[asked.sort_by ?? 'create_time'], asked.order ?? 'desc');
      }),
    );
  });

  it.each(['limit=0', 'limit=101', 'sort_by=name', 'order=x', 'offset=-1'])('is refused with %s', (query) => {
    sandbox.mock.reset();
    sandbox.put('processorTask', idOf(1), {});
    expect(sandbox.send('GET', `${path}/${idOf(1)}/versions?${query}`)).toMatchObject(refusal);
  });
});

describe('the list of results', () => {
  const address = `${path}/${idOf(1)}/versions/${idOf(2)}/results`;
  const fill = (properties: readonly number[]) => {
    sandbox.mock.reset();
    sandbox.put('processorTask', idOf(1), {});
    for (const at of [2, 3]) sandbox.put('processorTaskVersion', idOf(at), { task_id: idOf(1), status: 2 });
    properties.forEach((property, at) => {
      const version = idOf(at % 3 === 2 ? 3 : 2);
      sandbox.put('processorTaskResult', String(at).padStart(32, '0'), {
        version_id: version,
        result_property: property,
      });
    });
    return properties.filter((_, at) => at % 3 !== 2);
  };

  it('shows those of one version with the property asked for; -1 is all', () => {
    const limits = fc.constantFrom(undefined, 1, 4, 100);
    fc.assert(
      fc.property(
        fc.array(fc.nat(3), { maxLength: 20 }),
        maybe(-1, 0, 1, 2, 3),
        limits,
        fc.nat(3),
        (all, property, limit, offset) => {
          const wanted = fill(all).filter((one) => property === undefined || property === -1 || one === property);
          const answer = sandbox.send('GET', `${address}${queryOf({ result_property: property, limit, offset })}`);
          expect(answer).toMatchObject({ status: 200, body: { count: wanted.length } });
          const size = limit ?? 10;
          expect(itemsIn(answer, 'results').length).toBe(Math.max(0, Math.min(size, wanted.length - offset * size)));
        },
      ),
    );
  });

  it.each(['limit=0', 'limit=101', 'result_property=4', 'result_property=-2', 'offset=-1'])(
    'is refused with %s',
    (query) => {
      fill([]);
      expect(sandbox.send('GET', `${address}?${query}`)).toMatchObject(refusal);
    },
  );
});

describe('the list of algorithm types', () => {
  const idsOf = (query: Parameters<typeof queryOf>[0]) => {
    const answer = sandbox.send('GET', `${path}/items${queryOf(query)}`);
    expect(answer).toMatchObject({ status: 200, body: { total: 4 } });
    return itemsIn<{ template_id: string }>(answer, 'items').map((one) => one.template_id);
  };
  const all = ['cleaning', 'validation', 'selection', 'augmentation'].map((name) => `sys_data_${name}`);

  it.each([undefined, 4, 1000])('holds the four of processing (limit %s)', (limit) => {
    expect(idsOf({ limit })).toEqual(all);
  });

  it('comes in pages, of which offset is the number, or that of the first kind where the switch says so', () => {
    for (const [limit, offset] of [
      [3, 0],
      [3, 1],
      [1, 3],
      [2, 2],
    ] as const) {
      expect(idsOf({ limit, offset })).toEqual(all.slice(offset * limit, (offset + 1) * limit));
      sandbox.mock.switches.set('huawei-modelarts', { offsetCounts: 'items' });
      expect(idsOf({ limit, offset })).toEqual(all.slice(offset, offset + limit));
      sandbox.mock.switches.set('huawei-modelarts', { offsetCounts: 'pages' });
    }
  });

  it.each(['limit=0', 'limit=1001', 'offset=-1'])('is refused with %s', (query) => {
    expect(sandbox.send('GET', `${path}/items?${query}`)).toMatchObject(refusal);
  });
});
