import { describe, expect, test } from 'vitest';
import { expandLifecycle } from '../../../src/contract/expand/expandLifecycle.js';
import type { Use, WrittenLifecycle, WrittenResource, WrittenRow } from '../../../src/contract/written.js';
import type { FailureRow, Row } from '../../../src/language/lifecycle.js';
import { checkEdited } from './support/editedContract.js';

const inferred = { effect: 'inferred', status: 'inferred', body: 'inferred' };
const documented = { effect: 'documented', status: 'documented', body: 'documented' };

function expand(part: Partial<WrittenLifecycle>) {
  const paths: (readonly (string | number)[])[] = [];
  const { lifecycle, issues } = expandLifecycle(
    { version: 1, resources: {}, failures: [], operations: {}, ...part },
    (path) => {
      paths.push(path);
      return { file: path.join('/'), line: 1, column: 1 };
    },
  );
  return { lifecycle, problems: issues.map(({ code, message, place }) => `${place.file} ${code}: ${message}`) };
}

function rows(
  decide: readonly (WrittenRow | Use)[],
  part: Partial<WrittenLifecycle> = {},
): { rows: readonly Row[]; problems: string[] } {
  const { lifecycle, problems } = expand({ ...part, operations: { op: { on: 'task', decide } } });
  return { rows: lifecycle.operations['op']?.decide ?? [], problems };
}

function row(
  written: Omit<WrittenRow, 'id' | 'reply'> & { readonly reply?: WrittenRow['reply'] },
  part: Partial<WrittenLifecycle> = {},
): Row {
  const [first] = rows([{ id: 'r', reply: 204, basis: 'inferred', ...written }], part).rows;
  if (!first) throw new Error('no row');
  return first;
}

const switches: WrittenLifecycle['switches'] = {
  unknown: {
    about: 'Unknown ones',
    default: 404,
    values: {
      404: { basis: 'documented', source: 'page "Errors"' },
      gone: {
        basis: { effect: 'observed', status: 'inferred', body: 'documented' },
        source: ['page "Errors"', 'wild'],
      },
    },
  },
};

describe('a row', () => {
  test.each([
    [204, { status: 204, headers: {} }],
    ['404 noSuch', { status: 404, example: 'noSuch', headers: {} }],
    ['204', { status: 204, headers: {} }],
    [
      { status: 201, body: { id: '$record#/id' }, headers: { 'X-Version': 1.3 } },
      { status: 201, body: { id: '$record#/id' }, headers: { 'X-Version': '1.3' } },
    ],
  ])('has its reply %j spelled out', (reply, expected) => {
    expect(row({ reply }).reply).toEqual(expected);
  });

  test.each([
    ['delete' as const, [{ do: 'delete', path: [] }]],
    ['create' as const, [{ do: 'create', resource: 'task', set: {} }]],
    [
      [{ delete: 'versions/results' }, 'delete' as const],
      [
        { do: 'delete', path: ['versions', 'results'] },
        { do: 'delete', path: [] },
      ],
    ],
    [
      { create: { resource: 'version', set: { a: 1 }, state: 'ready', as: 'made' } },
      [{ do: 'create', resource: 'version', set: { a: 1 }, state: 'ready', as: 'made' }],
    ],
    [{ create: {} }, [{ do: 'create', resource: 'task', set: {} }]],
    [{ on: 'index', set: { a: null } }, [{ do: 'set', on: 'index', fields: { a: null } }]],
    [{ merge: { m: '$request.body#/m' } }, [{ do: 'merge', fields: { m: '$request.body#/m' } }]],
    [{ on: 'index', unset: ['a'] }, [{ do: 'unset', on: 'index', fields: ['a'] }]],
    [{ move: 'stopped' }, [{ do: 'move', state: 'stopped' }]],
    [{ on: 'index', move: 0 }, [{ do: 'move', on: 'index', state: '0' }]],
  ])('has its effect %j spelled out', (effect, expected) => {
    expect(row({ effect }).effects).toEqual(expected);
  });

  test('has single words in its guard made lists', () => {
    const when = {
      state: 'ready',
      related: { index: 'absent', uses: { some: 'ready' }, others: { none: ['a', 'b'] } },
      request: { '$request.query.force': false, '$request.query.x': ['a', null] },
      field: { 'template/id': 7 },
      taken: { name: '$request.body#/name' },
      switch: { unknown: 404 },
      any: [{ state: ['a', 'b'] }, { call: 'isIt' }],
    };
    expect(row({ when }, { switches }).when).toEqual({
      state: ['ready'],
      related: {
        index: { of: 'one', states: ['absent'] },
        uses: { of: 'some', states: ['ready'] },
        others: { of: 'none', states: ['a', 'b'] },
      },
      request: { '$request.query.force': [false], '$request.query.x': ['a', null] },
      field: { 'template/id': [7] },
      taken: { name: '$request.body#/name' },
      switch: { unknown: ['404'] },
      any: [{ state: ['a', 'b'] }, { call: 'isIt' }],
    });
  });

  test.each([
    ['page', [{ source: 'page' }]],
    ['page "Status code 400"', [{ source: 'page', place: 'Status code 400' }]],
    ['codes ModelArts.4850', [{ source: 'codes', place: 'ModelArts.4850' }]],
    [
      ['page', "wild 'a b'"],
      [{ source: 'page' }, { source: 'wild', place: 'a b' }],
    ],
  ])('has its source %j read as a citation', (source, expected) => {
    expect(row({ source }).citations).toEqual(expected);
  });

  test('keeps a basis given facet by facet', () => {
    const basis = { effect: 'documented', status: 'observed', body: 'inferred' } as const;
    expect(row({ basis }).basis).toEqual(basis);
  });

  test('without a basis of its own has the weakest, facet by facet, of the switch values that guard it', () => {
    const { rows: found, problems } = rows([{ id: 'r', when: { switch: { unknown: [404, 'gone'] } }, reply: 204 }], {
      switches,
    });
    expect(found[0]?.basis).toEqual({ effect: 'observed', status: 'inferred', body: 'documented' });
    expect(found[0]?.citations).toEqual([{ source: 'page', place: 'Errors' }, { source: 'wild' }]);
    expect(problems).toEqual([]);
  });

  test('without any basis is an error', () => {
    const { rows: found, problems } = rows([{ id: 'r', reply: 204 }]);
    expect(found[0]?.basis).toEqual(inferred);
    expect(problems).toEqual([expect.stringMatching(/^operations\/op\/decide\/0 no-basis: The row "r" has no basis/)]);
  });
});

describe('a row with a switch', () => {
  const written = {
    id: 'absent',
    when: { state: 'absent' },
    switch: 'unknown',
    reply: { 404: '404 noSuch', gone: 410 },
  };

  test('becomes one row per value, with its guard, basis and citations', () => {
    const { rows: found, problems } = rows([written], { switches });
    expect(problems).toEqual([]);
    expect(found.map(({ id, when, reply, basis }) => ({ id, when, status: reply.status, basis }))).toEqual([
      { id: 'absent@404', when: { state: ['absent'], switch: { unknown: ['404'] } }, status: 404, basis: documented },
      {
        id: 'absent@gone',
        when: { state: ['absent'], switch: { unknown: ['gone'] } },
        status: 410,
        basis: { effect: 'observed', status: 'inferred', body: 'documented' },
      },
    ]);
    expect(found[1]?.citations).toEqual([{ source: 'page', place: 'Errors' }, { source: 'wild' }]);
  });

  test('keeps its own basis where it has one', () => {
    expect(rows([{ ...written, basis: 'inferred' }], { switches }).rows.map((found) => found.basis)).toEqual([
      inferred,
      inferred,
    ]);
  });

  test('takes the weakest where another switch guards it too', () => {
    const more = {
      ...switches,
      other: {
        about: 'o',
        default: 'x',
        values: { x: { basis: 'observed' as const }, y: { basis: 'inferred' as const } },
      },
    };
    const guarded = { ...written, when: { switch: { other: 'x' } } };
    expect(rows([guarded], { switches: more }).rows[0]?.basis).toEqual({
      effect: 'observed',
      status: 'observed',
      body: 'observed',
    });
  });

  test.each([
    [{ 404: 204 }, 'operations/op/decide/0/reply switch-values: No reply for the value gone of the switch unknown.'],
    [
      { 404: 204, gone: 204, lost: 204 },
      'operations/op/decide/0/reply/lost switch-values: The switch unknown has no value "lost"; it has 404, gone.',
    ],
  ])('must have a reply for exactly its values: %j', (reply, expected) => {
    expect(rows([{ ...written, reply }], { switches }).problems).toEqual([expected]);
  });

  test('must name a switch that is declared', () => {
    const { problems } = rows([{ ...written, switch: 'unknwn' }], { switches });
    expect(problems).toEqual([
      'operations/op/decide/0/switch unresolved-name: There is no switch "unknwn"; declared are unknown. Did you mean "unknown"?',
    ]);
  });

  test('and a guard must name a value it has', () => {
    const { problems } = rows([{ id: 'r', when: { switch: { unknown: 'gonne' } }, basis: 'inferred', reply: 204 }], {
      switches,
    });
    expect(problems).toEqual([
      'operations/op/decide/0/when/switch/unknown unresolved-name: The switch unknown has no value "gonne"; it has 404, gone. Did you mean "gone"?',
    ]);
  });
});

describe('shared pieces', () => {
  const a: WrittenRow = { id: 'a', reply: 404, basis: 'inferred' };
  const b: WrittenRow = { id: 'b', reply: 409, basis: 'inferred' };
  const last: WrittenRow = { id: 'last', reply: 204, basis: 'inferred' };

  test('put their rows where they are used, located where they are written', () => {
    const { rows: found } = rows([{ use: 'two' }, last], { shared: { rules: { one: [a], two: [{ use: 'one' }, b] } } });
    expect(found.map(({ id, place }) => [id, place.file])).toEqual([
      ['a', 'shared/rules/one/0'],
      ['b', 'shared/rules/two/1'],
      ['last', 'operations/op/decide/1'],
    ]);
  });

  test.each([
    [{}, 'There is no shared piece "one": shared.rules is empty.'],
    [{ rules: { ones: [a] } }, 'There is no shared piece "one": shared.rules has ones. Did you mean "ones"?'],
    [{ rules: { one: [{ use: 'one' }] } }, 'The shared piece "one" uses itself.'],
  ])('must be there and not use themselves: %j', (shared, expected) => {
    expect(rows([{ use: 'one' }, last], { shared }).problems).toEqual([expect.stringContaining(expected)]);
  });

  test('say what is wrong with a shared row once, however often it is used', () => {
    const shared = { rules: { bad: [{ id: 'x', reply: 204 }] } };
    expect(rows([{ use: 'bad' }, { use: 'bad' }], { shared }).problems).toHaveLength(1);
  });

  test('give lists their order, paging and filters, by name or underneath own keys', () => {
    const shared = {
      sort: { newest: { by: 'created_at', order: 'desc' } },
      paging: {
        standard: {
          start: '$request.query.page',
          counts: 'pages',
          first: 1,
          size: '$request.query.size',
          body: { data: '$list.items' },
        },
      },
      where: {
        media: [{ field: 'name', equals: '$request.query.name' }],
        more: [{ use: 'media' }, { call: 'matches' }],
      },
    };
    const standard = {
      start: '$request.query.page',
      counts: 'pages',
      first: 1,
      size: '$request.query.size',
      total: 'all',
    };
    expect(row({ list: { sort: 'newest', page: 'standard', where: 'more' } }, { shared }).list).toEqual({
      where: [
        { field: 'name', operator: 'equals', value: '$request.query.name', ignoreCase: false },
        { call: 'matches' },
      ],
      sort: { by: 'created_at', order: 'desc' },
      page: standard,
      body: { data: '$list.items' },
    });
    expect(
      row(
        {
          list: {
            state: 'ready',
            page: { use: 'standard', first: 0, total: 'shown' },
            body: [],
            where: [{ use: 'media' }, { field: 'a', contains: 'x', ignoreCase: true }],
          },
        },
        { shared },
      ).list,
    ).toEqual({
      state: ['ready'],
      where: [
        { field: 'name', operator: 'equals', value: '$request.query.name', ignoreCase: false },
        { field: 'a', operator: 'contains', value: 'x', ignoreCase: true },
      ],
      page: { ...standard, first: 0, total: 'shown' },
      body: [],
    });
  });

  test('leave no paging half said', () => {
    const { problems } = rows([
      { id: 'r', basis: 'inferred', reply: 200, list: { page: { start: 1, counts: 'pages', first: 1 } } },
    ]);
    expect(problems).toEqual([
      'operations/op/decide/0/list/page lifecycle-shape: This paging has no `size`, nor has the shared piece it uses.',
    ]);
  });
});

describe('a resource', () => {
  const written: WrittenResource = { schema: '#/components/schemas/Task', key: { field: 'id', generate: 'uuid' } };

  test('has its defaults spelled out', () => {
    const { lifecycle } = expand({
      resources: { task: { ...written, refs: { index: { to: 'index', field: 'index_id', inverse: 'tasks' } } } },
    });
    expect(lifecycle.resources['task']).toEqual({
      label: 'task',
      collection: 'tasks',
      ...written,
      stamps: {},
      fields: {},
      computed: {},
      refs: { index: { to: 'index', field: 'index_id', inverse: 'tasks', optional: false, copy: {} } },
      place: { file: 'resources/task', line: 1, column: 1 },
    });
  });

  test('tells counts and sums from values among its computed fields', () => {
    const computed = {
      n: { count: 'uses' },
      r: { count: 'uses', state: 'ready' },
      s: { sum: 'uses', field: 'size', state: ['a', 'b'] },
      v: '$record#/x',
      m: { call: 'f' },
      l: { literal: '$5' },
    };
    expect(expand({ resources: { task: { ...written, computed } } }).lifecycle.resources['task']?.computed).toEqual({
      n: { count: 'uses' },
      r: { count: 'uses', state: ['ready'] },
      s: { sum: 'uses', field: 'size', state: ['a', 'b'] },
      v: { value: '$record#/x' },
      m: { value: { call: 'f' } },
      l: { value: { literal: '$5' } },
    });
  });

  test('takes its states from a shared piece, own keys winning', () => {
    const work = {
      field: 'status',
      initial: 'new',
      values: { new: 0, done: 2 },
      flow: { new: { after: '1.5s', to: 'done' } },
    };
    const enter = {
      done: [{ id: 'dated', effect: { set: { at: '$now' } }, basis: 'inferred' as const }, { use: 'why' }],
    };
    const shared = { states: { work }, rules: { why: [{ id: 'why', basis: 'documented' as const, source: 'page' }] } };
    const { lifecycle, problems } = expand({
      shared,
      resources: { task: { ...written, state: { use: 'work', initial: 'done', enter } } },
    });
    expect(problems).toEqual([]);
    expect(lifecycle.resources['task']?.state).toEqual({
      field: 'status',
      initial: 'done',
      values: { new: 0, done: 2 },
      flow: { new: { to: 'done', after: 1500 } },
      enter: {
        done: [
          {
            id: 'dated',
            when: {},
            effects: [{ do: 'set', fields: { at: '$now' } }],
            basis: inferred,
            citations: [],
            place: { file: 'resources/task/state/enter/done/0', line: 1, column: 1 },
          },
          {
            id: 'why',
            when: {},
            effects: [],
            basis: documented,
            citations: [{ source: 'page' }],
            place: { file: 'shared/rules/why/0', line: 1, column: 1 },
          },
        ],
      },
    });
  });

  test('must have a whole state machine', () => {
    const { problems } = expand({ resources: { task: { ...written, state: { field: 'status', values: ['a'] } } } });
    expect(problems).toEqual([
      'resources/task/state lifecycle-shape: This state machine has no `initial`, nor has the shared piece it uses.',
    ]);
  });
});

test('failure rows have their words made lists, and `go-on` has no reply', () => {
  const { lifecycle } = expand({
    failures: [
      {
        id: 'long',
        when: { kind: 'invalid', at: '/name', keyword: ['maxLength'], in: 'body', cause: 'none', operation: 'op' },
        reply: '422 long',
        basis: 'inferred',
      },
      { id: 'unknown', when: { kind: ['unknown'] }, reply: 'go-on', basis: 'inferred' },
    ],
  });
  const [long, unknown] = lifecycle.failures as [FailureRow, FailureRow];
  expect(long.when).toEqual({
    kind: ['invalid'],
    at: ['/name'],
    keyword: ['maxLength'],
    in: ['body'],
    cause: ['none'],
    operation: ['op'],
  });
  expect(long.reply).toEqual({ status: 422, example: 'long', headers: {} });
  expect(unknown).not.toHaveProperty('reply');
});

test('security schemes, options and sources have their defaults spelled out', () => {
  const { lifecycle } = expand({
    auth: {
      A: { accept: ['k'] },
      B: { accept: { t: { partition: 'p' } } },
      C: { call: 'f', keys: { AK: { secret: 's' } } },
    },
    inputs: { integers: 'truncate' },
    headers: { 'X-Api-Version': 1.3 },
    sources: { page: { title: 'P', url: 'https://x', at: 'y', date: 2025 } },
  });
  expect(lifecycle).toMatchObject({
    time: 'iso',
    integers: 'truncate',
    headers: { 'X-Api-Version': '1.3' },
    auth: {
      A: { accept: { k: {} } },
      B: { accept: { t: { partition: 'p' } } },
      C: { call: 'f', keys: { AK: { secret: 's' } } },
    },
    sources: { page: { title: 'P', url: 'https://x', at: 'y', date: '2025' } },
  });
});

test('a mistake in a shared row is located where the row is written', async () => {
  const { found } = await checkEdited([
    'lifecycle.yaml',
    'reply: 404 noSuch, basis: documented, source: guide "Errors" }',
    'reply: 404 noSuch }',
  ]);
  expect(found).toEqual([expect.stringContaining('lifecycle.yaml at <{ id: absent> no-basis:')]);
});
