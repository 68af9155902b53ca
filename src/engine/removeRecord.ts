import type { Draft } from '../store/store.js';
import type { LinkedResource } from './contract.js';
import type { Scope } from './scope.js';

/** Removes a record, and what was counted within it: nobody counts on there, and a new one of its key starts anew. */
export function removeRecord(
  { contract, transaction }: Pick<Scope, 'contract' | 'transaction'>,
  record: Draft,
  resource: LinkedResource | undefined = contract.resources.get(record.resource),
): void {
  transaction.remove(record);
  for (const counterOf of resource?.counters ?? []) {
    transaction.forget(counterOf(record));
  }
}
