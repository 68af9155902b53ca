import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../src/store/memoryStore.js';
import { describeStore } from './storeSuite.js';

describeStore('the store in memory', createMemoryStore);

describe('the store in memory', () => {
  it('refuses to search for a field it keeps no index of, and names those it has', () => {
    const store = createMemoryStore({ task: { indexes: ['name'] } });
    expect(() => store.having('task', 'main', 'nam', 'x')).toThrow(
      /"nam".*Indexed fields: name.*Did you mean "name"\?.*\[not-indexed\]/,
    );
    expect(() => store.having('index', 'main', 'name', 'x')).toThrow(/Indexed fields: none/);
  });

  it('holds records of resources its shape does not name', () => {
    const store = createMemoryStore({});
    const record = { resource: 'x', partition: 'p', key: 1, fields: {}, flows: false, reads: 0, since: 0 };
    store.commit([{ do: 'put', record }]);
    expect(store.all('x', 'p')).toEqual([{ ...record, order: 1 }]);
    expect(store.everything()).toHaveLength(1);
  });
});
