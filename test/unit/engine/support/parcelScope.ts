import { loadContract } from '../../../../src/contract/loadContract.js';
import { linkContract } from '../../../../src/engine/link.js';
import type { Scope } from '../../../../src/engine/scope.js';
import { openTransaction } from '../../../../src/engine/transaction.js';
import { createMemoryStore } from '../../../../src/store/memoryStore.js';
import type { Draft, Fields, Store } from '../../../../src/store/store.js';

const { compiled, validators, functions } = await loadContract('test/fixtures/contracts/parcels');
export const contract = linkContract(compiled, validators, functions);
export const context = { compiled, functions, resources: contract.resources };

/** A record as it is before it is stored. */
export function draft(resource: string, key: string | number, fields: Fields = {}, partition = ''): Draft {
  return { resource, partition, key, fields, flows: true, reads: 0, since: 0 };
}

/** A store of the parcels contract with these records. */
export function storeOf(...records: readonly Draft[]): Store {
  const store = createMemoryStore(contract.storeShape);
  store.commit(records.map((record) => ({ do: 'put', record })));
  return store;
}

/** What a decision over the store would look at; `random` gives the same number every time. */
export function scopeOf(store: Store, about: Partial<Scope> = {}): Scope {
  return {
    contract,
    operation: undefined,
    resource: contract.resources.get('parcel'),
    partition: '',
    input: { path: {}, query: {}, header: {}, body: undefined, undeclared: {} },
    surroundings: { now: Date.UTC(2026, 0, 1), random: () => 0.5, switches: {}, exchangeId: () => 'x' },
    transaction: openTransaction(store),
    record: undefined,
    made: new Map(),
    list: undefined,
    hidden: undefined,
    failure: undefined,
    flows: true,
    ...about,
  };
}
