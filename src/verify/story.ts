import type { CaseKind } from '../conformance/case.js';
import type { Citation, Facets } from '../language/lifecycle.js';
import type { RequestValues } from '../request/buildRequest.js';
import type { Expected } from './judge/expected.js';
import type { Called } from './world/call.js';
import type { Standing } from './world/standing.js';

/** A case, as results name it. */
export interface NamedCase {
  readonly id: string;
  readonly title: string;
  readonly kind: CaseKind;
  readonly rule: string;
  readonly basis: Facets;
  readonly citations: readonly Citation[];
}

/** One exchange with a target, and the cases it tells about: those that only a switch of the target tells apart. */
export interface Story {
  readonly cases: readonly NamedCase[];
  readonly operation: string;
  /** Resource → how many records are made for it, where they are made through the provider's API. */
  readonly makes: Readonly<Record<string, number>>;
  /** What it stands on, where that is known before: stories that stand on the same cannot be told at the same time. */
  readonly standsOn?: string;
  /** Says why the situation was not reached; otherwise what to do there, and what is expected of it. */
  readonly open: () => Promise<Opened | { readonly notReached: string }>;
}

/** A situation that was reached. */
export interface Opened {
  readonly standing: Standing;
  readonly values: RequestValues;
  readonly send: () => Promise<Called>;
  /** The rules that may decide, the default one first. */
  readonly candidates: readonly [Expected, ...Expected[]];
}
