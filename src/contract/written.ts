import type {
  Basis,
  Facets,
  FailureCause,
  FailureKind,
  InputLocation,
  ReportWord,
  TimeFormat,
  Value,
  WhereOperator,
} from '../language/lifecycle.js';

/**
 * `x-lifecycle` as people write it, after it was found to follow specs/lifecycle.schema.json.
 * Expansion turns it into `Lifecycle`.
 */

export type OneOrMore<T> = T | readonly T[];
type Named<T> = Readonly<Record<string, T>>;
export type Word = string | number | boolean;
export type Literal = string | number | boolean | null;

/** A place where rows or filters of a shared piece are put. */
export interface Use {
  readonly use: string;
}

export type WrittenBasis = Basis | Facets;

export interface WrittenWhen {
  readonly state?: OneOrMore<Word>;
  readonly related?: Named<OneOrMore<Word> | { readonly some?: OneOrMore<Word>; readonly none?: OneOrMore<Word> }>;
  readonly request?: Named<OneOrMore<Literal>>;
  readonly field?: Named<OneOrMore<Literal>>;
  readonly taken?: Named<string>;
  readonly switch?: Named<OneOrMore<Word>>;
  readonly call?: string;
  readonly any?: readonly WrittenWhen[];
}

export interface WrittenFailureWhen {
  readonly kind?: OneOrMore<FailureKind>;
  readonly cause?: OneOrMore<FailureCause>;
  readonly in?: OneOrMore<InputLocation>;
  readonly at?: OneOrMore<string>;
  readonly keyword?: OneOrMore<string>;
  readonly operation?: OneOrMore<string>;
  readonly switch?: Named<OneOrMore<Word>>;
}

export interface WrittenEffectMap {
  readonly on?: string;
  readonly create?: {
    readonly resource?: string;
    readonly set?: Named<Value>;
    readonly state?: Word;
    readonly as?: string;
  };
  readonly delete?: string;
  readonly set?: Named<Value>;
  readonly merge?: Named<Value>;
  readonly unset?: readonly string[];
  readonly move?: Word;
}

export type WrittenEffect = 'create' | 'delete' | WrittenEffectMap;

export interface WrittenReplyMap {
  readonly status: number;
  readonly example?: string;
  readonly body?: Value;
  readonly headers?: Named<string | number>;
}

export type WrittenReply = number | string | WrittenReplyMap;

export type WrittenWhere = { readonly field: string; readonly ignoreCase?: boolean } & {
  readonly [operator in WhereOperator]?: Value;
};

export interface WrittenSort {
  readonly use?: string;
  readonly by?: Value;
  readonly order?: Value;
}

export interface WrittenPaging {
  readonly use?: string;
  readonly start?: Value;
  readonly counts?: string;
  readonly first?: number;
  readonly size?: Value;
  readonly total?: string;
  readonly body?: Value;
}

export interface WrittenList {
  readonly state?: OneOrMore<Word>;
  readonly where?: string | readonly (WrittenWhere | { readonly call: string } | Use)[];
  readonly sort?: string | WrittenSort;
  readonly page?: string | WrittenPaging;
  readonly body?: Value;
}

interface WrittenRowBase {
  readonly id: string;
  readonly basis?: WrittenBasis;
  readonly source?: OneOrMore<string>;
  readonly switch?: string;
}

export interface WrittenRow extends WrittenRowBase {
  readonly when?: WrittenWhen;
  readonly effect?: OneOrMore<WrittenEffect>;
  readonly list?: WrittenList;
  readonly show?: Named<WrittenWhen>;
  /** With `switch`, a map from its values. */
  readonly reply: WrittenReply | Named<WrittenReply>;
  readonly means?: ReportWord;
}

export interface WrittenFailureRow extends WrittenRowBase {
  readonly when?: WrittenFailureWhen;
  readonly reply: WrittenReply | Named<WrittenReply>;
}

export interface WrittenEnterRow extends WrittenRowBase {
  readonly when?: WrittenWhen;
  readonly effect?: OneOrMore<WrittenEffect>;
}

export interface WrittenState {
  readonly use?: string;
  readonly field?: string;
  readonly initial?: Word;
  readonly values?: readonly Word[] | Named<string | number>;
  readonly flow?: Named<{ readonly to: Word; readonly after?: string; readonly reads?: number }>;
  readonly enter?: Named<readonly (WrittenEnterRow | Use)[]>;
}

export interface WrittenResource {
  readonly schema: string;
  readonly label?: string;
  readonly collection?: string;
  readonly key: { readonly field: string; readonly generate: string };
  readonly partition?: string;
  readonly stamps?: { readonly created?: string; readonly changed?: string };
  readonly fields?: Named<Value>;
  readonly computed?: Named<Value>;
  readonly refs?: Named<{
    readonly to: string;
    readonly field: string;
    readonly inverse: string;
    readonly optional?: boolean;
    readonly copy?: Named<string>;
  }>;
  readonly state?: WrittenState;
}

export interface WrittenOperation {
  readonly on?: string;
  readonly by?: string;
  readonly bind?: Named<string>;
  readonly decide: readonly (WrittenRow | Use)[];
  readonly failures?: readonly WrittenFailureRow[];
}

export type WrittenSchemeRule =
  | { readonly accept: readonly string[] | Named<{ readonly partition?: string }>; readonly refusal?: string }
  | { readonly call: string; readonly keys: Named<{ readonly secret: string; readonly partition?: string }> };

export interface WrittenSwitch {
  readonly about: string;
  readonly default: Word;
  readonly values: Named<{ readonly basis: WrittenBasis; readonly source?: OneOrMore<string> }>;
}

export interface WrittenShared {
  readonly states?: Named<WrittenState>;
  readonly rules?: Named<readonly (WrittenRow | WrittenEnterRow | Use)[]>;
  readonly paging?: Named<WrittenPaging>;
  readonly sort?: Named<WrittenSort>;
  readonly where?: Named<readonly (WrittenWhere | { readonly call: string } | Use)[]>;
}

export interface WrittenLifecycle {
  readonly version: 1;
  readonly time?: TimeFormat;
  readonly inputs?: { readonly integers?: 'strict' | 'truncate' };
  readonly headers?: Named<string | number>;
  readonly baseUrlVariables?: readonly string[];
  readonly auth?: Named<WrittenSchemeRule>;
  readonly sources?: Named<{
    readonly title: string;
    readonly url?: string;
    readonly at?: string;
    readonly date?: string | number;
  }>;
  readonly switches?: Named<WrittenSwitch>;
  readonly shared?: WrittenShared;
  readonly resources: Named<WrittenResource>;
  readonly failures: readonly WrittenFailureRow[];
  readonly operations: Named<WrittenOperation>;
}
