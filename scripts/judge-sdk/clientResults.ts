/** How many cases came to what; what none came to is left out. The worst of a case's checks decides. */
export interface ResultCounts {
  readonly passed?: number;
  /** Something inferred is otherwise: told, and no fault. */
  readonly noted?: number;
  readonly warned?: number;
  readonly failed?: number;
  /** Comes out otherwise from run to run; all else about the case passed. */
  readonly varying?: number;
  readonly unsupported?: number;
}

/** One thing a client does not do as it should. */
export interface Shortcoming {
  /** In a sentence, from the client's baseline. */
  readonly because: string;
  readonly issue?: string;
  readonly checks: readonly string[];
  readonly cases: number;
  /** It is not the same in every run: `cases` says how many are concerned. */
  readonly varies?: true;
  /** The first case of them. */
  readonly example: {
    readonly case: string;
    readonly expected?: string;
    readonly observed?: string;
    readonly replay: string;
  };
}

/** What a run of the conformance suite came to for one client, as it is kept in `conformance/results`. */
export interface ClientResults {
  readonly client: { readonly name: string; readonly version?: string; readonly issues?: string };
  readonly provider: string;
  readonly suite: string;
  readonly counts: ResultCounts & { readonly cases: number };
  readonly operations: Readonly<Record<string, ResultCounts>>;
  /** Check → cases in which it did not hold, steadily. */
  readonly checks: Readonly<Record<string, number>>;
  readonly shortcomings: readonly Shortcoming[];
  readonly unsupported: readonly { readonly reason: string; readonly cases: number }[];
}

/** A real client that the suite is run on: one entry of `conformance/shims/sdks/sdks.json`. */
export interface JudgedSdk {
  readonly name: string;
  /** In Markdown: where it comes from, and its name there. */
  readonly package: string;
  readonly provider: string;
  readonly command: readonly string[];
}
