import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft, Store, StoredRecord, StoreShape, Write } from '../../../src/store/store.js';
import { createNaiveStore } from './naiveStore.js';
import { modelShape, storeCommands } from './storeModel.js';

const shape: StoreShape = { index: { indexes: ['name'] }, task: { indexes: ['index_id', 'name'] } };

function draft(key: string | number, fields: Draft['fields'] = {}, rest: Partial<Draft> = {}): Draft {
  return { resource: 'task', partition: 'main', key, fields, flows: false, reads: 0, since: 0, ...rest };
}

function put(...given: Parameters<typeof draft>): Write {
  return { do: 'put', record: draft(...given) };
}

function remove(key: string | number, partition = 'main', resource = 'task'): Write {
  return { do: 'remove', resource, partition, key };
}

function keys(records: readonly StoredRecord[]): (string | number)[] {
  return records.map(({ key }) => key);
}

/** What every store must do, whatever it is made of. */
export function describeStore(name: string, createStore: (shape: StoreShape) => Store): void {
  describe(name, () => {
    const fresh = () => createStore(shape);
    const holding = (...writes: Write[]) => {
      const store = fresh();
      store.commit(writes);
      return store;
    };

    describe('finding by key', () => {
      it('gives back what was put, whole, with its order', () => {
        const record = draft(
          'a',
          { name: 'n', status: 3, nested: { list: [1] }, nothing: null },
          { flows: true, reads: 2, since: 5 },
        );
        expect(holding({ do: 'put', record }).find('task', 'main', 'a')).toEqual({ ...record, order: 1 });
      });

      it('takes a number and its decimal digits for the same key, and nothing else', () => {
        const store = holding(put(100211));
        expect(store.find('task', 'main', '100211')?.key).toBe(100211);
        expect(store.find('task', 'main', 100211)?.key).toBe(100211);
        expect(store.find('task', 'main', '0100211')).toBeUndefined();
        store.commit([put('100211', { name: 'second' })]);
        expect(store.all('task', 'main')).toHaveLength(1);
      });

      it('keeps resources and partitions apart', () => {
        const store = holding(put('a'), put('a', {}, { partition: 'other' }), put('a', {}, { resource: 'index' }));
        expect(store.everything()).toHaveLength(3);
        store.commit([remove('a')]);
        expect(store.find('task', 'main', 'a')).toBeUndefined();
        expect(store.find('task', 'other', 'a')).toBeDefined();
        expect(store.find('index', 'main', 'a')).toBeDefined();
      });

      it('is not confused by names that are part of every object', () => {
        const store = fresh();
        for (const name of ['constructor', '__proto__', 'toString']) {
          expect(store.find('task', 'main', name)).toBeUndefined();
          expect(store.find(name, name, name)).toBeUndefined();
          expect(store.all(name, name)).toEqual([]);
          expect(store.counter(name)).toBe(0);
          expect(store.having('task', 'main', 'name', name)).toEqual([]);
        }
        store.commit([put('__proto__', { name: '__proto__' })]);
        expect(store.find('task', 'main', '__proto__')?.fields).toEqual({ name: '__proto__' });
        expect(keys(store.having('task', 'main', 'name', '__proto__'))).toEqual(['__proto__']);
      });
    });

    describe('order of creation', () => {
      it('is kept by a record that is put again', () => {
        const store = holding(put('a'), put('b'), put('a', { name: 'changed' }));
        expect(keys(store.all('task', 'main'))).toEqual(['a', 'b']);
        expect(store.find('task', 'main', 'a')).toMatchObject({ order: 1, fields: { name: 'changed' } });
      });

      it('is a new one for a key that is made again', () => {
        const store = holding(put('a', { name: 'n' }), put('b', { name: 'n' }), remove('a'), put('a', { name: 'n' }));
        expect(keys(store.all('task', 'main'))).toEqual(['b', 'a']);
        expect(keys(store.having('task', 'main', 'name', 'n'))).toEqual(['b', 'a']);
        expect(store.find('task', 'main', 'a')?.order).toBe(3);
      });

      it('counts over all partitions, and everything is told by resource', () => {
        const store = holding(
          put('a'),
          put('i', {}, { resource: 'index' }),
          put('b', {}, { partition: 'other' }),
          put('c'),
        );
        expect(keys(store.everything())).toEqual(['i', 'a', 'b', 'c']);
        expect(store.everything().map(({ order }) => order)).toEqual([2, 1, 3, 4]);
      });

      it('holds in an index also for an older record that comes in later', () => {
        const store = holding(
          put('a', { name: 'x' }),
          put('b', { name: 'y' }),
          put('c', { name: 'y' }),
          put('a', { name: 'y' }),
        );
        expect(keys(store.having('task', 'main', 'name', 'y'))).toEqual(['a', 'b', 'c']);
        store.commit([put('b', { name: 'x' }), put('b', { name: 'y' })]);
        expect(keys(store.having('task', 'main', 'name', 'y'))).toEqual(['a', 'b', 'c']);
      });
    });

    describe('finding by an indexed field', () => {
      it('follows a value as it changes, goes and comes back', () => {
        const store = holding(put('a', { index_id: 'i1' }));
        expect(keys(store.having('task', 'main', 'index_id', 'i1'))).toEqual(['a']);
        store.commit([put('a', { index_id: 'i2' })]);
        expect(store.having('task', 'main', 'index_id', 'i1')).toEqual([]);
        expect(keys(store.having('task', 'main', 'index_id', 'i2'))).toEqual(['a']);
        store.commit([put('a', {})]);
        expect(store.having('task', 'main', 'index_id', 'i2')).toEqual([]);
        store.commit([put('a', { index_id: 'i2' }), remove('a')]);
        expect(store.having('task', 'main', 'index_id', 'i2')).toEqual([]);
      });

      it('gives the record as it is now, when another field changed', () => {
        const store = holding(put('a', { name: 'n', status: 1 }), put('a', { name: 'n', status: 2 }));
        expect(store.having('task', 'main', 'name', 'n')).toEqual([
          { ...draft('a', { name: 'n', status: 2 }), order: 1 },
        ]);
      });

      it('takes a number and its decimal digits for the same value', () => {
        const store = holding(put('a', { index_id: 7 }), put('b', { index_id: '7' }), put('c', { index_id: '07' }));
        expect(keys(store.having('task', 'main', 'index_id', 7))).toEqual(['a', 'b']);
        expect(keys(store.having('task', 'main', 'index_id', '7'))).toEqual(['a', 'b']);
      });

      it('finds nothing by a value that is no text and no number, and not by its text either', () => {
        const values: unknown[] = [undefined, null, true, ['x'], { x: 1 }];
        const store = holding(...values.map((value, at) => put(at, { name: value })));
        for (const value of [...values, 'undefined', 'null', 'true', 'x', '[object Object]']) {
          expect(store.having('task', 'main', 'name', value)).toEqual([]);
        }
      });

      it('keeps partitions apart', () => {
        const store = holding(put('a', { name: 'n' }), put('b', { name: 'n' }, { partition: 'other' }));
        expect(keys(store.having('task', 'other', 'name', 'n'))).toEqual(['b']);
        expect(store.having('task', 'third', 'name', 'n')).toEqual([]);
      });
    });

    describe('writing', () => {
      it('applies the writes of a commit in their order', () => {
        const store = holding(put('a', { name: '1' }), remove('a'), put('a', { name: '2' }), put('b'), remove('b'));
        expect(keys(store.all('task', 'main'))).toEqual(['a']);
        expect(store.find('task', 'main', 'a')?.fields).toEqual({ name: '2' });
      });

      it('does nothing where there is nothing to remove', () => {
        const store = holding(
          put('a'),
          remove('b'),
          remove('a', 'other'),
          remove('a', 'main', 'index'),
          remove('a'),
          remove('a'),
        );
        expect(store.everything()).toEqual([]);
        store.commit([put('b')]);
        expect(keys(store.everything())).toEqual(['b']);
      });

      it('leaves lists alone that were given out before', () => {
        const store = holding(put('a', { name: 'n' }), put('b', { name: 'n' }));
        const before = [store.all('task', 'main'), store.having('task', 'main', 'name', 'n'), store.everything()];
        store.commit([put('a', { name: 'm' }), remove('b'), put('c', { name: 'n' })]);
        for (const list of before) {
          expect(keys(list)).toEqual(['a', 'b']);
          expect(list[0]?.fields).toEqual({ name: 'n' });
        }
      });

      it('sets counters, which are 0 before', () => {
        const store = holding({ do: 'count', counter: 'task', value: 3 }, { do: 'count', counter: 'task', value: 9 });
        expect(store.counter('task')).toBe(9);
        expect(store.counter('other')).toBe(0);
        expect(store.counters()).toEqual({ task: 9 });
      });

      it('forgets a counter that is set to 0', () => {
        const store = holding({ do: 'count', counter: 'task', value: 3 }, { do: 'count', counter: 'task', value: 0 });
        expect(store.counter('task')).toBe(0);
        expect(store.counters()).toEqual({});
      });

      it('starts from nothing after it was cleared', () => {
        const store = holding(put('a', { name: 'n' }), { do: 'count', counter: 'task', value: 3 });
        store.clear();
        expect(store.everything()).toEqual([]);
        expect(store.having('task', 'main', 'name', 'n')).toEqual([]);
        expect(store.counters()).toEqual({});
        store.commit([put('b')]);
        expect(store.find('task', 'main', 'b')?.order).toBe(1);
      });
    });

    it('forgets what is gone through thousands of records made and removed, with one key and with many', () => {
      const store = holding(put('stays', { name: 'n', index_id: 'i' }));
      for (let turn = 0; turn < 3000; turn += 1) {
        const fields = { name: `name ${turn}`, index_id: 'i' };
        store.commit([put('fixed', fields), put(turn, fields), put('p', {}, { partition: `p${turn}` })]);
        expect(keys(store.having('task', 'main', 'name', `name ${turn}`))).toEqual(['fixed', turn]);
        expect(keys(store.having('task', 'main', 'index_id', 'i'))).toEqual(['stays', 'fixed', turn]);
        store.commit([remove('fixed'), remove(turn), remove('p', `p${turn}`)]);
        expect(store.find('task', 'main', 'fixed')).toBeUndefined();
      }
      expect(keys(store.everything())).toEqual(['stays']);
    });

    it('does what an array that is searched would do', () => {
      fc.assert(
        fc.property(storeCommands, (commands) => {
          fc.modelRun(() => ({ model: createNaiveStore(modelShape), real: createStore(modelShape) }), commands);
        }),
        { numRuns: 60 },
      );
    });
  });
}
