import { expect, it } from 'vitest';
import { compileGenerator } from '../../../src/engine/generate.js';
import { createRandom } from '../../../src/mock/random.js';
import { contract, draft, scopeOf, storeOf } from './support/parcelScope.js';

const random = createRandom(7);
const surroundings = { now: 0, random, switches: {}, exchangeId: () => '' };

it.each([
  ['uuid', /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/],
  ['hex:24', /^[0-9a-f]{24}$/],
  ['alnum:19', /^[0-9A-Za-z]{19}$/],
])('%s looks like its name says, and differs every time', (spec, look) => {
  const generate = compileGenerator(spec);
  const made = Array.from({ length: 200 }, () => generate(scopeOf(storeOf(), { surroundings })));
  for (const one of made) expect(one).toMatch(look);
  expect(new Set(made).size).toBe(200);
});

it('gives the same ids for the same seed, others for another', () => {
  const ids = (seed: number) => {
    const drawn = createRandom(seed);
    const scope = scopeOf(storeOf(), { surroundings: { ...surroundings, random: drawn } });
    return [1, 2, 3].map(() => compileGenerator('hex:24')(scope));
  };
  expect(ids(1)).toEqual(ids(1));
  expect(ids(1)).not.toEqual(ids(2));
});

it('counts integers up from where it is told, past the ones that are taken', () => {
  const scope = scopeOf(storeOf(draft('parcel', 102), draft('parcel', '103')));
  const generate = compileGenerator('integer:101');
  expect([1, 2, 3].map(() => generate(scope))).toEqual([101, 104, 105]);
});

it('never gives an integer twice, not even after a delete', () => {
  const store = storeOf();
  const generate = compileGenerator('integer:5');
  const first = scopeOf(store);
  expect(generate(first)).toBe(5);
  store.commit(first.transaction.writes);
  expect(generate(scopeOf(store))).toBe(6);
});

it('counts nothing where a decision comes to nothing', () => {
  const store = storeOf();
  const generate = compileGenerator('integer:5');
  generate(scopeOf(store));
  expect(generate(scopeOf(store)), 'nothing was committed').toBe(5);
});

it('counts a sequence within each parent, keeping its width, past the names that are taken', () => {
  const store = storeOf(draft('parcel', 'x', { depot_id: 'd1', label: 'V002' }));
  const scope = scopeOf(store);
  const generate = compileGenerator('sequence:V001', 'depot');
  const next = (depot: string) => generate({ ...scope, record: draft('parcel', 'new', { depot_id: depot }) });
  expect(['d1', 'd1', 'd2', 'd1', 'd2'].map(next)).toEqual(['V001', 'V003', 'V001', 'V004', 'V002']);
});

it('goes on where a sequence outgrows its width, and starts where it is told', () => {
  const scope = scopeOf(storeOf(), { record: draft('parcel', 'new') });
  const generate = compileGenerator('sequence:V99');
  expect([1, 2, 3].map(() => generate(scope))).toEqual(['V99', 'V100', 'V101']);
});

it('knows no other generator', () => {
  expect(() => compileGenerator('ulid')).toThrow('"ulid" is no generator');
  expect(contract.resources.get('parcel')?.generateKey(scopeOf(storeOf()))).toEqual(expect.any(String));
});
