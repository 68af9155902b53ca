import type { Mock } from '../mock/mock.js';
import type { Authority } from './authority/authority.js';

/** The sandbox that answers for some hosts. */
export interface Route {
  /** Host names, with `{…}` for what is variable: `mpc.{region}.myhuaweicloud.com`, as `Mock.providers()` has them. */
  readonly hosts: readonly string[];
  /** What answers. Several routes may name the same sandbox. */
  readonly target: Mock;
}

/** What an intercept is made of. */
export interface InterceptOptions {
  /** Which hosts are answered by what; where two match, the first one counts. `routesOf(mock)` gives those of a sandbox. */
  readonly routes: readonly Route[];
  /**
   * Who vouches for the hosts. One may serve any number of intercepts, one after the other or at the same time, as long as
   * it was made for all of their hosts; then it is the caller's to close. Default: one of its own, closed with the intercept.
   */
  readonly authority?: Authority;
  /** Hosts that are let through to the network, exactly: `example.com:443`. Never to a private address. Default: none. */
  readonly allow?: readonly string[];
  /** Where the proxy listens on 127.0.0.1; 0 takes a free port. Default 0. */
  readonly port?: number;
  /**
   * Where TLS connections are taken on 127.0.0.1 as if this were the host itself, for programs that know of no proxy and are
   * led here by the name: 443, where names lead to this machine. 0 takes a free port. Default 0.
   */
  readonly tlsPort?: number;
  /** Variables the environment has besides, such as those that `baseUrlVariables` gives. Default: none. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Called with each refusal as it happens. */
  readonly onRefusal?: (refusal: Refusal) => void;
}

/**
 * Why something a program sent did not arrive anywhere: no route names the host; it is this machine itself, which is called
 * without the proxy; what is allowed has a private address, or cannot be reached; the program did not take the certificate.
 */
export type RefusalReason = 'unknown-host' | 'loopback' | 'private-address' | 'unreachable' | 'untrusted';

/** Something a program sent that did not arrive anywhere. */
export interface Refusal {
  /** `example.com:443`. */
  readonly authority: string;
  readonly reason: RefusalReason;
  /** What happened and what to do about it, in one line. */
  readonly message: string;
}

/** A proxy on loopback that hands a program's traffic to sandboxes. */
export interface Intercept extends AsyncDisposable {
  /** `http://127.0.0.1:40123`; takes CONNECT and absolute-form requests. */
  readonly proxyUrl: string;
  /** The certificate authority in use. */
  readonly authority: Authority;
  /**
   * The variables that make a program's traffic come here, to be laid over the environment it is started with:
   * `spawn(command, args, { env: { ...process.env, ...intercept.environment() } })`. They serve every runtime at once:
   * what one does not know, it does not read.
   *
   * @param base the environment they will be laid over: options for a runtime that are in it already are kept, and ours
   *   come behind them. Default `process.env`.
   */
  environment(base?: Readonly<Record<string, string | undefined>>): Record<string, string>;
  /** Everything that was refused so far, in order. */
  readonly refusals: readonly Refusal[];
  /**
   * Lets answers on their way finish, ends every connection and frees the port; the sandboxes stay as they are. Calling it
   * again waits for the same end.
   */
  close(): Promise<void>;
}
