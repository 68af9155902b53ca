import type { Basis, Facets } from '../language/lifecycle.js';

const leastCertainFirst: readonly Basis[] = ['inferred', 'observed', 'documented'];

/** One word where all facets agree; otherwise each facet with its own. */
export function describeBasis({ effect, status, body }: Facets): string {
  if (effect === status && status === body) return effect;
  return `effect ${effect}, status ${status}, body ${body}`;
}

/** What a rule counts as in a summary: its least certain facet. */
export function weakestBasis({ effect, status, body }: Facets): Basis {
  return leastCertainFirst.find((basis) => basis === effect || basis === status || basis === body) ?? 'inferred';
}
