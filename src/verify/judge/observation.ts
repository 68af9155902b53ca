import type { Called } from '../world/call.js';
import type { Seen } from '../world/look.js';
import type { StandingRecord } from '../world/standing.js';

/** What a target did: its answer, and what is seen afterwards. */
export interface Observation {
  readonly called: Called;
  readonly seen: ReadonlyMap<StandingRecord, Seen>;
  /** The record that was made, as far as the answer names it. */
  readonly made?: { readonly record?: StandingRecord; readonly seen?: Seen };
}
