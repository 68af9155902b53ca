import type { ReportWord } from '../../language/lifecycle.js';

/** The version of the protocol between runner and adapter. It is in the handshake; a new one means a breaking change. */
export const protocolVersion = 1;

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Runner → adapter, first. */
export interface Hello {
  readonly type: 'hello';
  readonly protocol: typeof protocolVersion;
}

/** Who is being judged. */
export interface ClientInfo {
  readonly name: string;
  readonly version?: string;
  readonly language?: string;
  /** Where its defects are reported. */
  readonly issues?: string;
}

/** Adapter → runner, the answer to `hello`. */
export interface HelloReply {
  readonly type: 'hello';
  readonly protocol: typeof protocolVersion;
  readonly client: ClientInfo;
  /** The operations it can call: `deleteTask`, `twelvelabs/deleteTask`, or `*`. Default: `*`. */
  readonly capabilities?: readonly string[];
  /** How many cases it takes at a time; replies may then come in any order. Default 1. */
  readonly concurrency?: number;
}

/** A credential as a client is given it: a value for a header, or a key pair that signs. */
export type GivenCredential =
  | { readonly header: string; readonly value: string; readonly partition?: string }
  | { readonly accessKey: string; readonly secret: string; readonly partition?: string };

/** One call a client is asked to make. */
export interface Step {
  /** The operation's `operationId`. */
  readonly operation: string;
  /** Path, query and header parameters by name; one that is not there is not to be sent. */
  readonly parameters: Readonly<Record<string, Json>>;
  readonly body?: Json;
  /** Go on calling until the answer holds one of these values there (a JSON Pointer), at most `atMost` times. */
  readonly until?: { readonly pointer: string; readonly in: readonly Json[]; readonly atMost: number };
}

/** Runner → adapter: take your client through this case. */
export interface RunMessage {
  readonly type: 'run';
  /** Echoed in the reply; it says nothing else. */
  readonly seq: number;
  /** The case's id, for logs. A client that looks at it is not being tested. */
  readonly case: string;
  readonly provider: string;
  /** Where the provider answers for this case alone, base path included. */
  readonly baseUrl: string;
  /** Security scheme → credential. Empty: the client has none. */
  readonly credentials: Readonly<Record<string, GivenCredential>>;
  /** In order, whatever became of the one before. */
  readonly do: readonly Step[];
}

/** What a client told its caller about one call. */
export interface Outcome {
  /** One of the seven words; left out where the call did what was asked and nothing was to be deleted. */
  readonly outcome?: ReportWord;
  /** HTTP status, where the client exposes it. */
  readonly status?: number;
  /** The provider's own code, where the client exposes it. */
  readonly code?: string;
  /** What the client said, for people. */
  readonly message?: string;
}

/** Adapter → runner: one outcome for each step. An API error that the client raised is an outcome, never a fault. */
export interface ResultReply {
  readonly type: 'result';
  readonly seq: number;
  readonly outcomes: readonly Outcome[];
}

/** Adapter → runner: the client cannot do this. */
export interface UnsupportedReply {
  readonly type: 'unsupported';
  readonly seq: number;
  readonly reason: string;
  readonly issue?: string;
}

/** Adapter → runner: the adapter itself broke. Never a failure of the client, never a pass. */
export interface FaultReply {
  readonly type: 'fault';
  readonly seq: number;
  readonly message: string;
}

/** What a client on the exec rung leaves in its result file: a reply without `seq`, and who it is where it says so. */
export type ResultFile = WithoutSeq<RunReply> & { readonly client?: ClientInfo };

/** Runner → adapter, last: finish and exit. The end of standard input means the same. */
export interface Bye {
  readonly type: 'bye';
}

export type RunnerMessage = Hello | RunMessage | Bye;
export type RunReply = ResultReply | UnsupportedReply | FaultReply;
export type AdapterMessage = HelloReply | RunReply;

/** A message as it is where nothing has to be told apart. */
export type WithoutSeq<Message> = Message extends unknown ? Omit<Message, 'seq'> : never;
