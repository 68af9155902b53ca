import type { ServerResponse } from 'node:http';
import type { Mock, PlainRequest } from '../../mock/mock.js';
import type { Connections } from '../connections.js';
import type { Sandboxes } from '../sandboxes.js';

/** What the control interface of one listener is about. */
export interface Controlled {
  readonly mock: Mock;
  /** Of the listener, without a trailing slash. */
  readonly url: string;
  /** Those made here; in a sandbox that was made elsewhere, the URL of the listener that makes them. */
  readonly sandboxes: Sandboxes | { readonly madeBy: string };
  /** Milliseconds between the comments that keep a stream alive. */
  readonly heartbeat: number;
}

/** One call of the control interface. */
export interface ControlCall extends Controlled {
  /** What stands in the call's path for its `{…}`, in that order, decoded. */
  readonly names: readonly string[];
  /** Only parameters that the call takes. */
  readonly query: Readonly<Record<string, string>>;
  readonly headers: PlainRequest['headers'];
  /**
   * The body, which has to be a JSON object.
   *
   * @throws TombstoneError `bad-media-type`, `bad-call`.
   */
  readonly body: () => Readonly<Record<string, unknown>>;
}

/** Answers bit by bit, until either side ends it. */
export type OpenStream = (response: ServerResponse, connections: Connections) => void;

/**
 * Does what a call asks. What it returns, or promises, is sent as JSON with status 200; nothing is 204. A function is
 * an `OpenStream`.
 */
export type ControlHandler = (call: ControlCall) => unknown;

/** One path of the control interface with the methods it takes. */
export interface ControlRoute {
  /** Below `/_tombstone`; `{name}` stands for one segment. */
  readonly path: string;
  /** Query parameters it takes. */
  readonly query?: readonly string[];
  /** POST makes something, and answers 201. */
  readonly creates?: true;
  readonly methods: Readonly<Partial<Record<'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE', ControlHandler>>>;
}
