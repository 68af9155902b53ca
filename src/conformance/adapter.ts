import type { ClientInfo, GivenCredential, Outcome, Step } from './protocol/messages.js';

/** What a client is given to make a call with. */
export interface ClientContext {
  readonly provider: string;
  /** Where the provider answers, base path included: what an SDK calls its base URL. */
  readonly baseUrl: string;
  /** Reaches the case's sandbox without a socket; over a socket, `baseUrl` reaches it too. */
  readonly fetch: typeof fetch;
  /** Security scheme → credential. Empty: the client has none. */
  readonly credentials: Readonly<Record<string, GivenCredential>>;
  /** Aborted when the case has taken too long. */
  readonly signal: AbortSignal;
}

/** What an adapter answers where its client cannot make a call. */
export interface Unsupported {
  readonly unsupported: string;
  readonly issue?: string;
}

/** The shim between the runner and a client in this process. */
export interface Adapter extends ClientInfo {
  /** The operations it can call: `deleteTask`, `twelvelabs/deleteTask`, or `*`. Default: `*`. */
  readonly capabilities?: readonly string[];
  /**
   * Makes one call with the client, and says what the client told its caller. An error the client raised is an outcome;
   * what this function throws is a fault of the adapter, and no verdict on the client.
   */
  run(step: Step, context: ClientContext): Promise<Outcome | Unsupported>;
}

/** Declares an in-process client. */
export function defineAdapter(adapter: Adapter): Adapter {
  return adapter;
}
