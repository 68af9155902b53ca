import { expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/loadContract.js';
import type { Effect, FailureWhen, Lifecycle, When } from '../../../src/language/lifecycle.js';
import { describeBasis, weakestBasis } from '../../../src/report/basis.js';
import { describeEffects } from '../../../src/report/describeEffects.js';
import { describeFailureWhen } from '../../../src/report/describeFailureWhen.js';
import { describeWhen } from '../../../src/report/describeWhen.js';
import { findRuleOfHeader, findRules, rulesOf } from '../../../src/report/rulesOf.js';

const subject = { lifecycle: {} as Lifecycle, resource: 'taskRun' };

test.each<[When, string]>([
  [{}, ''],
  [{ state: ['absent'] }, 'the task run does not exist'],
  [{ state: ['present'] }, 'the task run exists'],
  [{ state: ['absent', 'pending', 'failed'] }, 'the task run does not exist or is pending or failed'],
  [{ related: { trainFeature: { of: 'one', states: ['unset'] } } }, 'its train feature is not given'],
  [{ related: { feature: { of: 'one', states: ['a', 'b', 'c'] } } }, 'its feature is a, b or c'],
  [{ related: { runs: { of: 'some', states: ['present'] } } }, 'it has runs'],
  [{ related: { runs: { of: 'none', states: ['present'] } } }, 'it has no runs'],
  [{ related: { runs: { of: 'some', states: ['a', 'b'] } } }, 'one of its runs is a or b'],
  [{ related: { runs: { of: 'none', states: ['a'] } } }, 'none of its runs is a'],
  [{ request: { '$request.query.force': [true] } }, 'query parameter force is true'],
  [{ request: { '$request.body#/a/b': ['absent'] } }, 'body property a/b is not given'],
  [{ request: { '$request.header.X-A': ['present', 'x'] } }, 'header X-A is given or "x"'],
  [{ field: { 'a/b': [null] } }, 'its a/b is null'],
  [{ taken: { name: '$request.body#/name' } }, 'another task run has the name of body property name'],
  [{ switch: { s: ['a'] }, call: 'f' }, 'switch s is a, and the function f says so'],
  [{ any: [{ call: 'f' }, { call: 'g' }] }, 'the function f says so, or the function g says so'],
  [
    { state: ['a'], any: [{ call: 'f' }, { call: 'g' }] },
    'the task run is a, and (the function f says so, or the function g says so)',
  ],
])('the guard %j is said in plain English', (when, words) => {
  expect(describeWhen(when, subject)).toBe(words);
});

test.each<[Effect[], string]>([
  [[], 'changes nothing'],
  [[{ do: 'delete', path: [] }], 'deletes the task run'],
  [
    [
      { do: 'delete', path: ['versions', 'results'] },
      { do: 'delete', path: [] },
    ],
    "deletes its versions' results, then deletes the task run",
  ],
  [
    [{ do: 'create', resource: 'indexedAsset', set: { a: '$record#/b' }, state: 'ready' }],
    'makes a new indexed asset that is ready with a from its own b',
  ],
  [[{ do: 'create', resource: 'task', set: {} }], 'makes a new task'],
  [[{ do: 'set', fields: { a: 1, b: '$now+90d' } }], 'sets a from 1 and b from the time and 90d'],
  [
    [{ do: 'merge', on: 'index', fields: { a: { call: 'f' } } }],
    'merges a from what the function f works out of its index',
  ],
  [[{ do: 'unset', fields: ['a', 'b'] }], 'removes a and b'],
  [[{ do: 'move', state: 'stopped' }], 'moves the task run to stopped'],
  [[{ do: 'move', on: 'task', state: 'stopped' }], 'moves its task to stopped'],
])('the effects %j are said in plain English', (effects, words) => {
  expect(describeEffects(effects, subject)).toBe(words);
});

test.each<[FailureWhen, string]>([
  [{}, ''],
  [{ kind: ['unauthenticated'], cause: ['none'] }, 'no credential is sent'],
  [
    { kind: ['missing', 'invalid'], operation: ['createTask'] },
    'a required input is missing or an input does not fit its schema on createTask',
  ],
  [
    { kind: ['invalid'], in: ['query'], at: ['page', 'size'], keyword: ['minimum'] },
    'an input does not fit its schema in the query at page or size by the keyword minimum',
  ],
  [{ kind: ['unknown'], switch: { s: ['a', 'b'] } }, 'an input is not declared, and switch s is a or b'],
])('the failure guard %j is said in plain English', (when, words) => {
  expect(describeFailureWhen(when)).toBe(words);
});

test('a basis is one word where its facets agree, and counts as its least certain facet', () => {
  const mixed = { effect: 'documented', status: 'observed', body: 'documented' } as const;
  expect(describeBasis({ effect: 'observed', status: 'observed', body: 'observed' })).toBe('observed');
  expect(describeBasis(mixed)).toBe('effect documented, status observed, body documented');
  expect(weakestBasis(mixed)).toBe('observed');
  expect(weakestBasis({ ...mixed, effect: 'inferred' })).toBe('inferred');
});

test('every rule of a contract is said whole: no empty words, and a body wherever an example is sent', async () => {
  for (const name of [
    'huawei-modelarts',
    'huawei-mpc',
    'naver-nclue',
    'twelvelabs',
    'test/fixtures/contracts/parcels',
  ]) {
    const { compiled } = await loadContract(name);
    for (const operation of Object.keys(compiled.lifecycle.operations)) {
      const all = [
        ...rulesOf(compiled, operation),
        ...compiled.lifecycle.failures.flatMap(({ id }) => findRules(compiled, operation, id)),
      ];
      for (const { rule, when, effect, answer, sources, switches } of all) {
        expect(when, rule).not.toMatch(/^$|undefined|\$/);
        expect(effect, rule).not.toMatch(/^$|undefined/);
        if (answer?.example !== undefined && answer.status !== 204) expect(answer, rule).toHaveProperty('body');
        for (const { title } of sources) expect(title, rule).not.toBe('');
        for (const { holds, values } of switches) expect(values, rule).toEqual(expect.arrayContaining([...holds]));
      }
    }
  }
});

test('a rule is found by what x-tombstone-rule says, of its own provider only', async () => {
  const { compiled } = await loadContract('test/fixtures/contracts/parcels');
  expect(findRuleOfHeader(compiled, 'parcels/deleteParcel/busy')?.answer?.status).toBe(409);
  expect(findRuleOfHeader(compiled, 'parcels/deleteParcel/no-key')?.kind).toBe('refusal');
  expect(findRuleOfHeader(compiled, 'parcels/no-route')?.answer?.status).toBe(404);
  expect(findRuleOfHeader(compiled, 'parcels/deleteParcel/nothing')).toBeUndefined();
  expect(findRuleOfHeader(compiled, 'another/deleteParcel/busy')).toBeUndefined();
});

test('a success that shows no property is said to be empty, one that shows few by their names', async () => {
  const { compiled } = await loadContract('huawei-modelarts');
  expect(findRules(compiled, 'deleteProcessorTask', 'deleted')[0]?.answer?.text).toBe('200 with an empty object');
  const nclue = (await loadContract('naver-nclue')).compiled;
  expect(findRules(nclue, 'deleteTask', 'deleted')[0]?.answer?.text).toBe('200 with task_id');
});
