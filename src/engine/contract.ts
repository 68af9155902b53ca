import type { CompiledContract, InputValidator } from '../language/compiledContract.js';
import type { Facets, FlowEdge, ReportWord } from '../language/lifecycle.js';
import type { Draft, StoreShape } from '../store/store.js';
import type { Authenticator, InputView } from './functions.js';
import type { ReadInput } from './input/readInput.js';
import type { PathTemplate } from './pathTemplate.js';
import type { RowsFor } from './rowsByState.js';
import type { Scope } from './scope.js';
import type { StateTest } from './stateTest.js';

/** Works a value out while a request is decided. */
export type Evaluate = (scope: Scope) => unknown;

/** A compiled guard. */
export type Holds = (scope: Scope) => boolean;

/** Changes the transaction and, where it makes or changes the table's own record, the scope. */
export type Act = (scope: Scope) => void;

/** Headers that never change are one frozen object for every answer of a row, so what is made of them can be kept. */
export type ReplyHeaders = Readonly<Record<string, string>>;

/** What is sent: worked out once the row has been chosen and its effects are done. */
export interface ReplyParts {
  readonly status: number;
  readonly headers: ReplyHeaders;
  readonly body?: string;
}

export type Answer = (scope: Scope) => ReplyParts;

/** A row of a decision table, ready to run. */
export interface LinkedRow {
  readonly id: string;
  /** `provider/operation/row`. */
  readonly rule: string;
  readonly basis: Facets;
  readonly state: StateTest;
  /** What else must hold besides the state. */
  readonly holds: Holds;
  readonly acts: readonly Act[];
  readonly list?: (scope: Scope) => void;
  /** Fields to hide from the reply; undefined where all are shown. */
  readonly hides?: (scope: Scope) => ReadonlySet<string> | undefined;
  readonly reply: Answer;
  readonly means?: ReportWord;
}

export interface LinkedFailureRow {
  readonly id: string;
  readonly basis: Facets;
  readonly holds: Holds;
  /** None: the request is not refused. */
  readonly reply?: Answer;
}

export interface LinkedEnterRow {
  readonly holds: Holds;
  readonly acts: readonly Act[];
}

export interface LinkedState {
  readonly field: string;
  readonly initial: string;
  readonly nameOf: ReadonlyMap<unknown, string>;
  readonly wireOf: ReadonlyMap<string, string | number>;
  readonly flow: ReadonlyMap<string, FlowEdge>;
  /** Does any state end after a number of reads? */
  readonly endsByReads: boolean;
  /** Linked when the state is first entered. */
  readonly enter: ReadonlyMap<string, () => readonly LinkedEnterRow[]>;
}

/** One way a record names another. */
export interface LinkedRef {
  readonly name: string;
  readonly to: string;
  readonly field: string;
  readonly inverse: string;
  readonly optional: boolean;
  readonly copy: Readonly<Record<string, string>>;
}

/** Records of one partition do not see those of another: the name it goes by on the wire (`project_id`), and where a request says it. */
export interface LinkedPartition {
  readonly name: string;
  readonly of: (input: InputView) => unknown;
}

export interface LinkedResource {
  readonly name: string;
  readonly label: string;
  readonly collection: string;
  readonly keyField: string;
  readonly generateKey: Evaluate;
  /** Are keys integers on the wire? */
  readonly integerKey: boolean;
  readonly partition?: LinkedPartition;
  readonly stamps: { readonly created?: string; readonly changed?: string };
  /** Values at creation where nothing gives one, in order. */
  readonly fields: readonly (readonly [name: string, value: Evaluate, looksAtRecord: boolean])[];
  /** Fields a request body may set. */
  readonly settable: () => ReadonlySet<string>;
  readonly computed: ReadonlyMap<string, Evaluate>;
  readonly refs: ReadonlyMap<string, LinkedRef>;
  /** Way back → the resource and the ref's field by which its records name this one. */
  readonly inverses: ReadonlyMap<string, { readonly resource: string; readonly field: string }>;
  /** Counters of names that are counted within a record of this resource; they go with it. */
  readonly counters: readonly ((record: Draft) => string)[];
  readonly state?: LinkedState;
}

/** The related record an operation binds to: the ref path, and the key it must have. */
export interface LinkedBinding {
  readonly ref: LinkedRef;
  /** Names the bound record's parent is bound by, for `a/b`. */
  readonly parents: readonly LinkedBinding[];
  readonly key: Evaluate;
}

/** What has to be known of an operation before it is called. */
export interface OperationRoute {
  readonly id: string;
  /** `provider/operation`. */
  readonly name: string;
  readonly method: string;
  readonly template: PathTemplate;
  /** The operation itself; linked when it is first asked for, since linking all of them takes longer than the first answer. */
  readonly operation: () => LinkedOperation;
}

export interface LinkedOperation {
  readonly id: string;
  /** `provider/operation`. */
  readonly name: string;
  readonly resource?: LinkedResource;
  readonly key?: Evaluate;
  readonly bindings: ReadonlyMap<string, LinkedBinding>;
  readonly rowsFor: RowsFor;
  readonly failures: readonly LinkedFailureRow[];
  /** A GET that finds one record by key: counts as a read of it. */
  readonly counts: boolean;
  /** Alternatives, each a list of schemes that must all hold. Empty: no credential needed. */
  readonly security: readonly (readonly LinkedScheme[])[];
  /** The properties its request body declares; what a client sends besides is ignored. None where the body is open. */
  readonly bodyFields?: ReadonlySet<string>;
  readonly readInput: ReadInput;
  /** None where the schemas accept everything that can be read. */
  readonly validator?: () => InputValidator;
}

export interface LinkedScheme {
  readonly name: string;
  readonly authenticator: Authenticator;
  readonly keys: Readonly<Record<string, { readonly secret: string; readonly partition?: string }>>;
}

/** A provider's contract, linked: tables of functions, ready to decide. */
export interface Contract {
  readonly id: string;
  readonly compiled: CompiledContract;
  readonly resources: ReadonlyMap<string, LinkedResource>;
  /** Every operation that has a decision table, in the document's order. */
  readonly routes: readonly OperationRoute[];
  /** The same by operationId. */
  readonly operations: { readonly get: (id: string) => LinkedOperation | undefined };
  readonly failures: () => readonly LinkedFailureRow[];
  /** Host patterns of its servers, and the path its operations start with. */
  readonly hosts: readonly string[];
  readonly basePath: string;
  /** What says which partition a request speaks of; a provider has one at most. */
  readonly partition?: LinkedPartition;
  readonly defaultPartition: string;
  readonly storeShape: StoreShape;
}
