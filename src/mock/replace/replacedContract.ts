import type { StandingFault } from '../faults/fault.js';
import type { RecordAddress } from '../mock.js';

/** Names that are new, gone, or stand for something else than before. */
export interface Changes {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** What two versions of a contract say differently; where in its files they say it makes no difference. */
export interface ContractChanges {
  /** By `provider/operation/row`; the provider's own refusals by `provider/row`. */
  readonly rules: Changes & {
    /** Tables whose remaining rules are tried in another order: `provider/operation`, or `provider` for its refusals. */
    readonly reordered: readonly string[];
  };
  /** By operationId: method, path, parameters, bodies, and the record it is about; not its rules. */
  readonly operations: Changes;
  /** By name: key, fields, refs, states and how they follow each other. */
  readonly resources: Changes;
  /** Other parts that say something else: `components/examples`, `x-lifecycle/headers`. */
  readonly others: readonly string[];
}

/** A record that a new version of the contract has no place for. */
export interface DroppedRecord extends RecordAddress {
  /** What does not fit: there is no such resource or no such state any more, or keys or partitions are otherwise. */
  readonly why: 'resource' | 'state' | 'key' | 'partition';
  /** The state it was in, as on the wire. */
  readonly state?: unknown;
}

/** A switch that is not set as it was. */
export interface ChangedSetting {
  readonly name: string;
  readonly was: string;
  /** The default; missing where the switch is gone. */
  readonly now?: string;
}

/** What became of a sandbox whose contract was replaced by another version of it. */
export interface ReplacedContract extends ContractChanges {
  readonly provider: string;
  readonly records: { readonly kept: number; readonly dropped: readonly DroppedRecord[] };
  readonly switches: readonly ChangedSetting[];
  /** Faults that were laid over an operation that is gone. */
  readonly droppedFaults: readonly StandingFault[];
  /** The contract's fixtures are others than before; the records stay, and `reset` starts with the new ones. */
  readonly newFixtures: boolean;
}
