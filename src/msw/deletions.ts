import type { Exchange } from '../mock/mock.js';
import type { Store } from '../store/store.js';

interface Removed {
  readonly resource: string;
  readonly key: string;
}

/** Which records the client's requests took out, as opposed to the test's own hand or the clock. */
export interface Deletions {
  /** The same store, watched. */
  watch<S extends Store>(store: S): S;
  /** Runs one request. */
  during<T>(request: () => T): T;
  /** The number of the exchange that took the record out; undefined where none did. */
  exchangeOf(resource: string, key: string | number): number | undefined;
  clear(): void;
}

/** @param last the number of the last exchange, as the journal counts */
export function createDeletions(last: () => Exchange['seq']): Deletions {
  const bySeq: (Removed & { readonly seq: number })[] = [];
  let pending: Removed[] | undefined;
  return {
    watch: (store) => ({
      ...store,
      commit(writes) {
        for (const write of writes) {
          if (write.do !== 'remove' || !store.find(write.resource, write.partition, write.key)) continue;
          pending?.push({ resource: write.resource, key: String(write.key) });
        }
        store.commit(writes);
      },
    }),
    during(request) {
      const removed: Removed[] = [];
      pending = removed;
      try {
        return request();
      } finally {
        pending = undefined;
        for (const each of removed) bySeq.push({ ...each, seq: last() });
      }
    },
    exchangeOf: (resource, key) =>
      bySeq.findLast((each) => each.resource === resource && each.key === String(key))?.seq,
    clear() {
      bySeq.length = 0;
    },
  };
}
