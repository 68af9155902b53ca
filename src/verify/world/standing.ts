import type { RequestValues } from '../../request/buildRequest.js';

/** A record that stands at the target. */
export interface StandingRecord {
  readonly resource: string;
  readonly key: string | number;
  /** Ref → the key of the record it names; what is needed to find it again. */
  readonly names: Readonly<Record<string, string | number>>;
  /** The state it was put into; none where that does not matter. */
  readonly state?: string;
}

/** A situation, brought about. */
export interface Standing {
  readonly request: RequestValues;
  readonly records: readonly StandingRecord[];
  /** The one the operation is about. */
  readonly own?: StandingRecord;
}

/** A situation, or why it was not reached. */
export type Reached = { readonly standing: Standing } | { readonly notReached: string };
