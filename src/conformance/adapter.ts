import type { ReportWord } from '../language/lifecycle.js';
import type { RequestValues } from '../request/buildRequest.js';

/** What a client is asked to do in one step of a case: one operation of the provider, with these values. */
export interface Step {
  readonly provider: string;
  readonly operation: string;
  readonly values: RequestValues;
}

/** What a client is given to do it with. */
export interface ClientContext {
  /** Where the provider answers, base path included: what an SDK calls its base URL. */
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  /** Security scheme → what to send; see `GET /_tombstone/providers`. */
  readonly credentials: Readonly<Record<string, unknown>>;
}

/** What a client told its caller. */
export interface Report {
  readonly outcome: ReportWord;
  /** Where the client exposes them. */
  readonly status?: number;
  readonly code?: string;
}

/** The shim between the runner and an in-process client. */
export interface Adapter {
  readonly name: string;
  run(step: Step, context: ClientContext): Promise<Report>;
}

/** Declares an in-process client. What `run` throws is the adapter's own fault, never the client's report. */
export function defineAdapter(adapter: Adapter): Adapter {
  return adapter;
}
