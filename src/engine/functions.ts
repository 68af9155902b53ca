import type { FailureCause, KeyPair } from '../language/lifecycle.js';
import type { Fields } from '../store/store.js';

/** A request's input as rules see it: decoded, coerced by the schemas, defaults filled in. */
export interface InputView {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly header: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  /** Query parameters the document does not declare, decoded; a repeated one is a list. */
  readonly undeclared: Readonly<Record<string, string | readonly string[]>>;
}

/** The input of what no request asked for, or of a request that was not read. */
export const noInput: InputView = { path: {}, query: {}, header: {}, body: undefined, undeclared: {} };

/** What a named function may look at. Functions are pure: they never write, search or keep anything. */
export interface FunctionContext {
  readonly request: InputView;
  /** The record the table is about; undefined where there is none (yet). */
  readonly record: Fields | undefined;
  /** Milliseconds of the sandbox's clock. */
  readonly now: number;
  /** Seeded, in [0, 1). */
  readonly random: () => number;
}

/** A predicate a rule asks for with `call`. One request per outcome lets cases be derived. */
export interface GuardFunction {
  readonly holds: (context: FunctionContext) => boolean;
  readonly samples: {
    readonly true: { readonly query?: Fields; readonly body?: unknown };
    readonly false: { readonly query?: Fields; readonly body?: unknown };
  };
}

/** Does a list show this record? */
export type FilterFunction = (context: FunctionContext, item: Fields) => boolean;

/** A value worked out when a record is made or changed. */
export type ValueFunction = (context: FunctionContext) => unknown;

/** A response body built from a list's items (all that passed its filters, already shaped as fields). */
export type BodyFunction = (context: FunctionContext, items: readonly Fields[]) => unknown;

/** A request as it went over the wire, for those who sign it or check its signature. */
export interface WireRequest {
  readonly method: string;
  /** Origin form, raw: path and query as on the request line. */
  readonly target: string;
  /** Lower-case names; a repeated field joined with `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What an authenticator finds: whose credential it was, or what was wrong with it. */
export type Verdict =
  | { readonly ok: true; readonly partition?: string }
  | {
      readonly ok: false;
      readonly cause: FailureCause;
      /** The provider's own words, for its error text. */
      readonly detail: string;
      /** What we computed, for the explanation shown to the user (never a secret). */
      readonly explanation?: string;
    };

/** Verifies and makes the credentials of one security scheme. `now` is wall time in milliseconds. */
export interface Authenticator {
  /** Is a credential of this kind there at all? */
  readonly present: (request: WireRequest) => boolean;
  readonly verify: (request: WireRequest, keys: Readonly<Record<string, KeyPair>>, now: number) => Verdict;
  /** The headers to add to a request. */
  readonly sign: (
    request: WireRequest,
    credentials: { readonly accessKey: string; readonly secret: string },
    now: number,
  ) => Readonly<Record<string, string>>;
  /** The query parameters to add before it is signed, for a credential that goes there. */
  readonly query?: (credentials: { readonly accessKey: string }) => Readonly<Record<string, string>>;
}

/** What YAML cannot say, by name and kind. */
export interface NamedFunctions {
  readonly authenticators?: Readonly<Record<string, Authenticator>>;
  readonly guards?: Readonly<Record<string, GuardFunction>>;
  readonly filters?: Readonly<Record<string, FilterFunction>>;
  readonly values?: Readonly<Record<string, ValueFunction>>;
  readonly bodies?: Readonly<Record<string, BodyFunction>>;
}
