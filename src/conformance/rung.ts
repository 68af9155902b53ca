import type { Mock } from '../mock/mock.js';
import type { ClientInfo, RunMessage, RunReply, WithoutSeq } from './protocol/messages.js';

/** The four ways a client is plugged in. */
export type RungName = 'observe' | 'exec' | 'session' | 'in-process';

/** Where one case takes place. */
export interface CasePlace {
  readonly mock: Mock;
  /** Where the case's own sandbox listens, without base path: `http://127.0.0.1:41007`. */
  readonly origin: string;
  /** Reaches the same sandbox without a socket; dead once the case is over. */
  readonly fetch: typeof fetch;
  /** Aborted when the case has taken too long. */
  readonly signal: AbortSignal;
}

/** A process that was observed, and told nothing but its exit. */
export interface ObservedExit {
  readonly type: 'exit';
  /** The exit status; null where a signal ended it. */
  readonly status: number | null;
  readonly signal?: string;
  /** Calls to hosts that no contract names, as they were refused. */
  readonly refused: readonly string[];
}

/** What came of one case, before anybody judged it. */
export type RungAnswer = (WithoutSeq<RunReply> | ObservedExit) & {
  /** What the client printed, its end. */
  readonly output?: { readonly stdout: string; readonly stderr: string };
};

/** A client, plugged in. */
export interface Rung {
  readonly name: RungName;
  readonly client: ClientInfo;
  /** The operations it can call: `deleteTask`, `twelvelabs/deleteTask`, or `*`. */
  readonly capabilities: readonly string[];
  /** How many cases it takes at a time. */
  readonly concurrency: number;
  /**
   * Takes the client through one case. It never rejects: what goes wrong with the adapter (no answer, an answer that is
   * no message, a process that ends) is a `fault`, and costs this case only.
   */
  run(message: RunMessage, place: CasePlace): Promise<RungAnswer>;
  /** Says goodbye, waits a moment, and ends what is left. */
  close(): Promise<void>;
}
