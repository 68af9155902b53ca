import type { StandingRecord } from './standing.js';

/** What has been made at the target, so that it can be deleted again. */
export interface Ledger {
  add(record: StandingRecord): void;
  /** It is gone. */
  strike(record: StandingRecord): void;
  /** What is still there as far as we know, the last one first. */
  left(): readonly StandingRecord[];
  /** How many of each resource were made. */
  made(): Readonly<Record<string, number>>;
}

/** An empty ledger. */
export function openLedger(): Ledger {
  const records = new Map<string, StandingRecord>();
  const made: Record<string, number> = {};
  const nameOf = ({ resource, key }: StandingRecord) => `${resource} ${key}`;
  return {
    add(record) {
      if (!records.has(nameOf(record))) made[record.resource] = (made[record.resource] ?? 0) + 1;
      records.set(nameOf(record), record);
    },
    strike: (record) => void records.delete(nameOf(record)),
    left: () => [...records.values()].reverse(),
    made: () => made,
  };
}
