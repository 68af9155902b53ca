import type { Exchange, Mock } from '../mock/mock.js';

/** How long a listener waits, in milliseconds; 0 is for ever. */
export interface Timeouts {
  /** For the head of a request, from its first byte (or from the connection, for the first). Default 10 000; then 408. */
  readonly headers?: number;
  /** For a whole request. Default 30 000; then 408. */
  readonly request?: number;
  /**
   * For the next request on an open connection. Default 0: a connection that is ended just as its client sends again
   * looks like a fault of the client's, once in a thousand runs.
   */
  readonly keepAlive?: number;
  /** For answers still on their way when the listener is closed. Default 1 000. */
  readonly stop?: number;
  /** Between the comments that keep a stream of the journal alive. Default 15 000. */
  readonly heartbeat?: number;
}

/** Where and how to listen. */
export interface ListenOptions {
  /** 0 takes a free one. Default 4010. */
  readonly port?: number;
  /** A name or address of this machine. Default `127.0.0.1`. Others need a `token`. */
  readonly host?: string;
  /** Opens the control interface to callers that do not come by a loopback name. */
  readonly token?: string;
  /** Called with each exchange as it is recorded, until the listener is closed. */
  readonly onExchange?: (exchange: Exchange) => void;
  readonly timeouts?: Timeouts;
  /** How many sandboxes there may be at a time. Default 256. */
  readonly maxSandboxes?: number;
}

/** A sandbox on a port. */
export interface Listener extends AsyncDisposable {
  /** Without a trailing slash: `http://127.0.0.1:4010`. */
  readonly url: string;
  readonly port: number;
  readonly mock: Mock;
  /**
   * Accepts nothing more, lets answers on their way finish (see `Timeouts.stop`), and closes every connection and every
   * sandbox made here. Calling it again waits for the same end.
   */
  close(): Promise<void>;
}
