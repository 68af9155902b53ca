import fc from 'fast-check';
import { expect } from 'vitest';
import type { Fields, Store, StoreShape, Write } from '../../../src/store/store.js';

/** Few names of everything, so that keys are made again, values change hands and partitions run empty. */
export const modelShape: StoreShape = { task: { indexes: ['parent', 'name'] }, parent: { indexes: [] } };

const resource = fc.constantFrom('task', 'parent');
const partition = fc.constantFrom('p1', 'p2');
const key = fc.constantFrom<string | number>('a', 'b', 'constructor', '__proto__', 1, '1', 2, '02');
const value = fc.constantFrom<unknown>('x', 'y', 'constructor', 7, '7', '', null, undefined, true, ['x'], { x: 1 });

const fields: fc.Arbitrary<Fields> = fc.record({ parent: value, name: value, note: value }, { requiredKeys: [] });

const put: fc.Arbitrary<Write> = fc
  .record({ resource, partition, key, fields, flows: fc.boolean(), reads: fc.nat(3), since: fc.nat(9) })
  .map((record) => ({ do: 'put', record }));
const remove: fc.Arbitrary<Write> = fc.record({ do: fc.constant('remove'), resource, partition, key });
const count: fc.Arbitrary<Write> = fc.record({ do: fc.constant('count'), counter: key.map(String), value: fc.nat(9) });

class Commit implements fc.Command<Store, Store> {
  private readonly writes: readonly Write[];
  constructor(writes: readonly Write[]) {
    this.writes = writes;
  }
  check = () => true;
  run(model: Store, real: Store): void {
    model.commit(this.writes);
    real.commit(this.writes);
    expectSame(model, real);
  }
  toString = () => `commit ${JSON.stringify(this.writes)}`;
}

class Clear implements fc.Command<Store, Store> {
  check = () => true;
  run(model: Store, real: Store): void {
    model.clear();
    real.clear();
    expectSame(model, real);
  }
  toString = () => 'clear';
}

/** Runs of commits and clears; after each, both stores must answer every question alike. */
export const storeCommands = fc.commands(
  [
    fc
      .array(fc.oneof({ weight: 4, arbitrary: put }, { weight: 3, arbitrary: remove }, count), { maxLength: 5 })
      .map((writes) => new Commit(writes)),
    fc.constant(new Clear()),
  ],
  { maxCommands: 60 },
);

const questions = {
  resources: ['task', 'parent', 'nothing'],
  partitions: ['p1', 'p2', 'p3'],
  keys: ['a', 'b', 'constructor', '__proto__', 1, '1', 2, '02', 'none'],
  values: ['x', 'y', 'constructor', 7, '7', '', null, undefined, true, ['x'], 'z'],
};

function expectSame(model: Store, real: Store): void {
  expect(real.everything()).toEqual(model.everything());
  expect(real.counters()).toEqual(model.counters());
  for (const name of questions.keys) expect(real.counter(String(name))).toBe(model.counter(String(name)));
  for (const resource of questions.resources) {
    for (const partition of questions.partitions) {
      expect(real.all(resource, partition)).toEqual(model.all(resource, partition));
      for (const key of questions.keys)
        expect(real.find(resource, partition, key)).toEqual(model.find(resource, partition, key));
      for (const field of modelShape[resource]?.indexes ?? []) {
        for (const value of questions.values) {
          expect(real.having(resource, partition, field, value)).toEqual(
            model.having(resource, partition, field, value),
          );
        }
      }
    }
  }
}
