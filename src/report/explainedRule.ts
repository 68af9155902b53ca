import type { Facets, Place, ReportWord } from '../language/lifecycle.js';

/** A document a rule follows, with the place in it. */
export interface ExplainedSource {
  readonly title: string;
  readonly url?: string;
  readonly at?: string;
  readonly date?: string;
  readonly place?: string;
}

/** A switch a rule depends on, and the values under which the rule holds. */
export interface ExplainedSwitch {
  readonly name: string;
  readonly about: string;
  readonly default: string;
  readonly values: readonly string[];
  /** The values that let this rule decide; all where the switch only changes what the answer says. */
  readonly holds: readonly string[];
}

/** What a rule answers. */
export interface ExplainedAnswer {
  readonly status: number;
  /** In a few words: `400 notFinal`, `204 without content`. */
  readonly text: string;
  /** The name of the example that is sent, and the example as the contract writes it, `{$…}` not filled in. */
  readonly example?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One row of a decision table or of a failure table, as `explain` and the tables show it. */
export interface ExplainedRule {
  /** As `x-tombstone-rule` carries it. */
  readonly rule: string;
  readonly row: string;
  /** `decision`: the operation decided. `refusal`: the request did not get so far. */
  readonly kind: 'decision' | 'refusal';
  /** Its place in its table, from 1: it decides only where no row before it holds. */
  readonly order: number;
  /** Plain English; `always` or `in every other case` for a row that asks nothing. */
  readonly when: string;
  readonly effect: string;
  /** Missing where a failure row lets the request go on. */
  readonly answer?: ExplainedAnswer;
  readonly basis: Facets;
  readonly sources: readonly ExplainedSource[];
  readonly switches: readonly ExplainedSwitch[];
  /** The word a client is to report with, where it is not the derived one. */
  readonly means?: ReportWord;
  readonly place: Place;
}
