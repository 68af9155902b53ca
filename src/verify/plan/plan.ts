import type { RequestValues } from '../../request/buildRequest.js';

/** Stands for a key in the requests of a plan until the target has given one. It is a key the service would not have. */
export type Token = string | number;

/** One record that is to be made, or that the service makes by itself. */
export interface PlannedRecord {
  readonly token: Token;
  readonly resource: string;
  /** How it is made; none where it appears by itself. */
  readonly make?: {
    readonly operation: string;
    readonly request: RequestValues;
    /** States that others have to be in when it is made. */
    readonly needs: readonly { readonly token: Token; readonly state: string }[];
    /** Places of the request that take a name no other record has. */
    readonly names: readonly string[];
  };
  /** The one that names it, and by which ref; only of one that appears by itself. */
  readonly appears?: { readonly with: Token; readonly ref: string };
  /** Ref → the record it names. */
  readonly parents: Readonly<Record<string, Token>>;
  /** The state it is to be in at last; none: whichever. */
  readonly state?: string;
  /** It takes the very name the request asks for. */
  readonly namesake?: true;
  /** It is to be deleted again before the story begins. */
  readonly removed?: true;
}

/** What it takes to bring a service into a situation, with its own API alone. */
export interface Plan {
  /** In the order they are made. */
  readonly records: readonly PlannedRecord[];
  /** With tokens for keys. */
  readonly request: RequestValues;
  readonly own?: Token;
  /** Places of the request that take a name no other record has, but for a namesake. */
  readonly names: readonly string[];
}

/** The same for plans that the same records serve. */
export function planKey({ records }: Plan): string {
  return JSON.stringify(records);
}

/** A plan, or why there is none. */
export type Planned = { readonly plan: Plan } | { readonly unreachable: string };
