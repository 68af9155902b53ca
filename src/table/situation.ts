import type { Value } from '../language/lifecycle.js';

/** What a guard sees of a request or of a record's field: a named value, any value no guard names, or nothing. */
export type Seen = { readonly value: Value } | { readonly word: 'absent' | 'other' };

/** One combination of everything the guards of a table can tell apart. What no guard of the table asks for is left out. */
export interface Situation {
  /** The own record's state: a state name, `absent`, or `present` where the resource has no states. None without `by`. */
  readonly state?: string;
  /** To one (a ref, or `a/b`): a state name, `present`, `absent` or `unset`. To many (an inverse): the states its records are in. */
  readonly related: Readonly<Record<string, string | readonly string[]>>;
  /** Switch → value. */
  readonly switches: Readonly<Record<string, string>>;
  /** Expression → what the request holds there. */
  readonly request: Readonly<Record<string, Seen>>;
  /** Pointer into the own record → what it holds there. */
  readonly field: Readonly<Record<string, Seen>>;
  /** Field → does another record of the partition have the value asked for? */
  readonly taken: Readonly<Record<string, boolean>>;
  /** Named guard function → does it hold? */
  readonly calls: Readonly<Record<string, boolean>>;
}

/** The situation that says nothing. */
export const nothing: Situation = { related: {}, switches: {}, request: {}, field: {}, taken: {}, calls: {} };

/** Both situations at once; where both speak of the same thing, the second wins. */
export function combine(first: Situation, second: Situation): Situation {
  return {
    ...first,
    ...second,
    related: { ...first.related, ...second.related },
    switches: { ...first.switches, ...second.switches },
    request: { ...first.request, ...second.request },
    field: { ...first.field, ...second.field },
    taken: { ...first.taken, ...second.taken },
    calls: { ...first.calls, ...second.calls },
  };
}
