/** One entry of a baseline: failures that a client's authors know of. */
export interface BaselineEntry {
  /** A case id or a pattern: `*` for one part, `**` for any number. */
  readonly case: string;
  /** The checks that fail; any of them where none is named. */
  readonly checks?: readonly string[];
  readonly because: string;
  /** Where it is followed up; needed unless `wontfix` is there. */
  readonly issue?: string;
  readonly wontfix?: true;
  /** A text in what is observed. A failure without it is another one, and not expected. */
  readonly failsLike?: string;
  /** It fails now and then: told, and never decisive. */
  readonly flaky?: true;
  /** Where in the file: `baseline.yaml:7`. */
  readonly at: string;
}

/** A client's list of expected failures. */
export interface Baseline {
  readonly file: string;
  readonly entries: readonly BaselineEntry[];
}
