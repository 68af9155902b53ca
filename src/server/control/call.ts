import type { Mock } from '../../mock/mock.js';

/** One call of the control interface. */
export interface ControlCall {
  readonly mock: Mock;
  /** Of the listener, without a trailing slash. */
  readonly url: string;
  /** What stands in the call's path for its `{…}`, in that order, decoded. */
  readonly names: readonly string[];
  /** Only parameters that the call takes. */
  readonly query: Readonly<Record<string, string>>;
  /**
   * The body, which has to be a JSON object.
   *
   * @throws TombstoneError `bad-media-type`, `bad-call`.
   */
  readonly body: () => Readonly<Record<string, unknown>>;
}

/** Does what a call asks. What it returns is sent as JSON with status 200; nothing is 204. */
export type ControlHandler = (call: ControlCall) => unknown;

/** One path of the control interface with the methods it takes. */
export interface ControlRoute {
  /** Below `/_tombstone`; `{name}` stands for one segment. */
  readonly path: string;
  /** Query parameters it takes. */
  readonly query?: readonly string[];
  readonly methods: Readonly<Partial<Record<'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE', ControlHandler>>>;
}
