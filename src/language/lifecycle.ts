/**
 * The lifecycle language, expanded: what `src/contract` compiles a `lifecycle.yaml` into and what `src/engine` links.
 * Shared pieces are spliced in, switch maps are expanded into rows, shorthands are spelled out; it is plain JSON.
 */

/** How a statement about a provider is known: `documented` (with a source), `observed` on the real service, or `inferred`. */
export type Basis = 'documented' | 'observed' | 'inferred';

/** The basis of a row, said apart for what it does, the status it answers with and the body it sends. */
export interface Facets {
  readonly effect: Basis;
  readonly status: Basis;
  readonly body: Basis;
}

/** Where something stands in a contract file; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A document a rule follows. `url` where it can be opened, `at` where it is known by a place instead. */
export interface Source {
  readonly title: string;
  readonly url?: string;
  readonly at?: string;
  readonly date?: string;
}

/** A reference to a source, with the place inside it where given: `src003 "Status code 400"`. */
export interface Citation {
  readonly source: string;
  readonly place?: string;
}

/** One value of a switch. */
export interface SwitchValue {
  readonly basis: Facets;
  readonly citations: readonly Citation[];
}

/** A named, documented choice where sources disagree or are silent. */
export interface Switch {
  readonly about: string;
  readonly default: string;
  readonly values: Readonly<Record<string, SwitchValue>>;
}

/** JSON as it stands in a contract; strings that start with `$` are expressions, `{$…}` inside a text is filled in. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [name: string]: Value };

/** How instants are read and written on the wire. */
export type TimeFormat = 'iso' | 'iso-ms' | 'epoch-ms' | 'compact';

/** A key pair that signs requests; `partition` is the project it belongs to. */
export interface KeyPair {
  readonly secret: string;
  readonly partition?: string;
}

/** How a security scheme is verified: by a list of accepted values, or by a named authenticator with key pairs. */
export type SchemeRule =
  | {
      readonly accept: Readonly<Record<string, { readonly partition?: string }>>;
      /** What `$failure.detail` says where a value is not accepted. */
      readonly refusal?: string;
    }
  | { readonly call: string; readonly keys: Readonly<Record<string, KeyPair>> };

/** A guard on a related record: one (`one`) or several (`some`, `none`), by state name, `absent`, `present` or `unset`. */
export interface RelatedGuard {
  readonly of: 'one' | 'some' | 'none';
  readonly states: readonly string[];
}

/** A guard: every atom that is there must hold. */
export interface When {
  readonly state?: readonly string[];
  readonly related?: Readonly<Record<string, RelatedGuard>>;
  /** Expression → accepted values; `present` and `absent` are words. */
  readonly request?: Readonly<Record<string, readonly Value[]>>;
  /** Pointer without its leading slash → accepted values. */
  readonly field?: Readonly<Record<string, readonly Value[]>>;
  /** Field → expression: another record of the partition has that value. */
  readonly taken?: Readonly<Record<string, string>>;
  readonly switch?: Readonly<Record<string, readonly string[]>>;
  /** A named guard function. */
  readonly call?: string;
  /** One level of "or". */
  readonly any?: readonly When[];
}

export const failureKinds = [
  'unknownRoute',
  'methodNotAllowed',
  'unauthenticated',
  'forbidden',
  'missing',
  'invalid',
  'unknown',
  'malformed',
  'mediaType',
  'tooLarge',
  'throttled',
  'internal',
] as const;

/** Why a request was refused before the decision. */
export type FailureKind = (typeof failureKinds)[number];

export const failureCauses = ['none', 'key', 'signature', 'expired', 'malformed', 'unsupported', 'partition'] as const;

/** What exactly was wrong with a credential. */
export type FailureCause = (typeof failureCauses)[number];

/** Where in a request the refused input stood. */
export type InputLocation = 'path' | 'query' | 'header' | 'body';

/** A guard of a failure row; every atom that is there must hold. */
export interface FailureWhen {
  readonly kind?: readonly FailureKind[];
  readonly cause?: readonly FailureCause[];
  readonly in?: readonly InputLocation[];
  /** Parameter name, or pointer into the body. */
  readonly at?: readonly string[];
  /** JSON Schema keyword. */
  readonly keyword?: readonly string[];
  readonly operation?: readonly string[];
  readonly switch?: Readonly<Record<string, readonly string[]>>;
}

/** What a row does. `on` names a ref: the verb works on that related record. `path` names inverses to follow. */
export type Effect =
  | {
      readonly do: 'create';
      readonly resource: string;
      readonly set: Readonly<Record<string, Value>>;
      readonly state?: string;
      readonly as?: string;
    }
  | { readonly do: 'delete'; readonly path: readonly string[] }
  | { readonly do: 'set' | 'merge'; readonly on?: string; readonly fields: Readonly<Record<string, Value>> }
  | { readonly do: 'unset'; readonly on?: string; readonly fields: readonly string[] }
  | { readonly do: 'move'; readonly on?: string; readonly state: string };

/** What a row answers. Without `example` and `body`, the record (or the list) shaped by the response schema. */
export interface Reply {
  readonly status: number;
  readonly example?: string;
  readonly body?: Value;
  readonly headers: Readonly<Record<string, string>>;
}

export const whereOperators = ['equals', 'in', 'has', 'gte', 'lte', 'contains', 'startsWith'] as const;
export type WhereOperator = (typeof whereOperators)[number];

/** One filter of a list: a comparison of a field (pointer without leading slash, `*` for any element), or a named filter. */
export type WhereRow =
  | { readonly field: string; readonly operator: WhereOperator; readonly value: Value; readonly ignoreCase: boolean }
  | { readonly call: string };

/** How a list is cut into pages. `counts` and `total` may be a `$switch.name`. */
export interface Paging {
  readonly start: Value;
  readonly counts: string;
  readonly first: number;
  readonly size: Value;
  readonly total: string;
}

export interface ListRule {
  readonly state?: readonly string[];
  readonly where: readonly WhereRow[];
  readonly sort?: { readonly by: Value; readonly order: Value };
  readonly page?: Paging;
  readonly body?: Value;
}

/** The seven words a client may report with. */
export type ReportWord = 'deleted' | 'refused' | 'absent' | 'denied' | 'throttled' | 'failed' | 'unknown';

interface RowBase {
  readonly id: string;
  readonly basis: Facets;
  readonly citations: readonly Citation[];
  readonly place: Place;
}

/** One row of an operation's decision table. */
export interface Row extends RowBase {
  readonly when: When;
  readonly effects: readonly Effect[];
  readonly list?: ListRule;
  /** Response field → guard: the field is shown only where the guard holds. */
  readonly show: Readonly<Record<string, When>>;
  readonly reply: Reply;
  /** Overrides the derived report word. */
  readonly means?: ReportWord;
}

/** One row of the failure table. Without a reply the request is not refused (`go-on`). */
export interface FailureRow extends RowBase {
  readonly when: FailureWhen;
  readonly reply?: Reply;
}

/** One row run when a record enters a state. */
export interface EnterRow extends RowBase {
  readonly when: When;
  readonly effects: readonly Effect[];
}

/** The record names one other record. */
export interface Ref {
  readonly to: string;
  readonly field: string;
  readonly inverse: string;
  readonly optional: boolean;
  /** Own field → the other record's field, captured at creation. */
  readonly copy: Readonly<Record<string, string>>;
}

/** How a state is left by itself: after a time in milliseconds, or after a number of reads. */
export type FlowEdge = { readonly to: string } & ({ readonly after: number } | { readonly reads: number });

export interface StateMachine {
  readonly field: string;
  readonly initial: string;
  /** State name → value on the wire. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly flow: Readonly<Record<string, FlowEdge>>;
  readonly enter: Readonly<Record<string, readonly EnterRow[]>>;
}

/** A field worked out when shown: a count or sum over related records, or any value. */
export type Computed =
  | { readonly count: string; readonly state?: readonly string[] }
  | { readonly sum: string; readonly field: string; readonly state?: readonly string[] }
  | { readonly value: Value };

export interface Resource {
  readonly label: string;
  readonly collection: string;
  /** Pointer of the schema whose properties are the record's fields. */
  readonly schema: string;
  readonly key: { readonly field: string; readonly generate: string };
  readonly partition?: string;
  readonly stamps: { readonly created?: string; readonly changed?: string };
  readonly fields: Readonly<Record<string, Value>>;
  readonly computed: Readonly<Record<string, Computed>>;
  readonly refs: Readonly<Record<string, Ref>>;
  readonly state?: StateMachine;
  readonly place: Place;
}

export interface Operation {
  readonly on?: string;
  /** Expression that gives the key; none for create and list. */
  readonly by?: string;
  /** Ref (`a/b`: a parent's parent) → expression: the related record it belongs to. */
  readonly bind: Readonly<Record<string, string>>;
  readonly decide: readonly Row[];
  /** Tried before the provider's own failures. */
  readonly failures: readonly FailureRow[];
  readonly place: Place;
}

export interface Lifecycle {
  readonly version: 1;
  readonly time: TimeFormat;
  readonly integers: 'strict' | 'truncate';
  /** Sent on every response; texts, `$…` or `{$…}` filled in. */
  readonly headers: Readonly<Record<string, string>>;
  readonly auth: Readonly<Record<string, SchemeRule>>;
  /** Environment variables the provider's SDKs read a base URL from, its path included. */
  readonly baseUrlVariables: readonly string[];
  readonly sources: Readonly<Record<string, Source>>;
  readonly switches: Readonly<Record<string, Switch>>;
  readonly resources: Readonly<Record<string, Resource>>;
  readonly failures: readonly FailureRow[];
  readonly operations: Readonly<Record<string, Operation>>;
}
