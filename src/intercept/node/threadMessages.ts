import type { MessagePort } from 'node:worker_threads';

/** What the thread of the mocks is started with. */
export interface ThreadData {
  /** Raised by the thread when what was asked for is there. */
  readonly raised: Int32Array;
  readonly port: MessagePort;
}

/** What the thread says first. */
export interface ThreadStarted {
  readonly variables: Readonly<Record<string, string>>;
}

/** Asks for the report; the mocks end with it. */
export interface ProgramEnded {
  readonly command: readonly string[];
  readonly status: number;
}

/** The answer to it. */
export interface ThreadReport {
  readonly text: string;
}
