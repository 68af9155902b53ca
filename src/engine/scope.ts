import type { FailureCause, FailureKind, InputLocation } from '../language/lifecycle.js';
import type { Draft } from '../store/store.js';
import type { Contract, LinkedOperation, LinkedResource } from './contract.js';
import type { InputView } from './functions.js';
import type { ListResult } from './list.js';
import type { Transaction } from './transaction.js';

/** A refusal before the decision: what kind, about what. */
export interface Failure {
  readonly kind: FailureKind;
  readonly cause?: FailureCause;
  readonly in?: InputLocation;
  /** Parameter name, or pointer into the body. */
  readonly at?: string;
  /** What the provider's message calls it. */
  readonly name?: string;
  readonly keyword?: string;
  readonly detail?: string;
  /** Seconds, or an HTTP-date. */
  readonly retryAfter?: number | string;
  /** For the user of the mock, in words; never sent as the provider's answer. */
  readonly explanation?: string;
}

/** What the sandbox brings to a decision. */
export interface Surroundings {
  /** Milliseconds of the sandbox's clock. */
  readonly now: number;
  /** Seeded, in [0, 1). */
  readonly random: () => number;
  /** Switch → value. */
  readonly switches: Readonly<Record<string, string>>;
  readonly exchangeId: () => string;
}

/** Everything the compiled pieces of one decision look at. Made per request; the record and the list come as it proceeds. */
export interface Scope {
  readonly contract: Contract;
  readonly operation: LinkedOperation | undefined;
  /** The resource the table is about. */
  readonly resource: LinkedResource | undefined;
  readonly partition: string;
  readonly input: InputView;
  readonly surroundings: Surroundings;
  readonly transaction: Transaction;
  /** Found, or just made. */
  record: Draft | undefined;
  /** Records named with `as`; there is no map until one is named, or a state is entered. */
  made: Map<string, Draft> | undefined;
  list: ListResult | undefined;
  hidden: ReadonlySet<string> | undefined;
  readonly failure: Failure | undefined;
  /** Does a record that is made now change state by itself? */
  readonly flows: boolean;
}
