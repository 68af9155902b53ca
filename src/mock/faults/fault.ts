/** When to try again: after so many seconds, or at a date (an HTTP-date) that far ahead of wall time. */
export type RetryAfter = number | { readonly date: string | number };

/** An answer in place of the operation's: the operation is not reached, and nothing changes. */
export interface StatusFault {
  /** 200 to 599. With 429 and 500 the provider's own dialect answers, unless a body is chosen here. */
  readonly status: number;
  /** Sent as `Retry-After`, and known to the provider's dialect. */
  readonly retryAfter?: RetryAfter;
  /** A text is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  /** Answers with the error page of a gateway. */
  readonly html?: true;
  /** Answers without a body; so does every status but 429 and 500 where nothing else is said. */
  readonly empty?: true;
}

/** The connection is reset: before the request has any effect, or after it. No answer is sent. */
export interface ResetFault {
  readonly reset: 'before' | 'after';
}

/**
 * The answer announces its whole length, and the connection is closed after so many bytes of the body: half of it
 * (`true`), or the number given, at least one byte too few. An answer without a body is lost whole.
 */
export interface TruncateFault {
  readonly truncate: true | number;
}

/** The effect happens; the connection is closed without an answer. */
export interface LostResponseFault {
  readonly loseResponse: true;
}

/** The answer leaves that much later, in real time (`'250ms'`, or milliseconds); the effect happens at once. */
export interface LatencyFault {
  readonly latency: string | number;
}

/** What goes wrong with a call; any other kind can be late, too. */
export type Fault =
  | LatencyFault
  | ((StatusFault | ResetFault | TruncateFault | LostResponseFault) & Partial<LatencyFault>);

/** A fault, and the calls it is laid over. */
export interface FaultSetting {
  /** `provider/operationId`, `provider/*` or `*`. */
  readonly operation: string;
  /** How many calls it strikes before it is removed. Default: until it is removed. */
  readonly times?: number;
  /** How many calls of the operation it lets pass first. Default 0. */
  readonly after?: number;
  /** The share of calls it strikes, above 0 to 1; which ones follows from the sandbox's seed. Default 1. */
  readonly probability?: number;
  readonly fault: Fault;
}

/** A fault that stands in a sandbox. */
export interface StandingFault extends FaultSetting {
  readonly id: string;
  /** Calls of the operation since it was added. */
  readonly calls: number;
  /** Those it struck. */
  readonly hits: number;
}

/** What struck one call: the ids of the faults, and what they came to together. */
export type Strike = Fault & { readonly ids: readonly string[] };
