import type { CompiledContract } from '../../language/compiledContract.js';
import type { Citation } from '../../language/lifecycle.js';
import type { ReportedSource } from '../result.js';

/** A case's citations, so that a reader outside this project finds them. */
export function sourcesOf(citations: readonly Citation[], { lifecycle }: CompiledContract): readonly ReportedSource[] {
  return citations.map(({ source, place }) => ({
    ...(lifecycle.sources[source] ?? { title: source }),
    ...(place === undefined ? {} : { place }),
  }));
}
