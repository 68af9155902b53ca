import type { CompiledContract } from '../language/compiledContract.js';
import { describeBasis } from './basis.js';
import { describeSource } from './describeRule.js';
import type { ExplainedSource } from './explainedRule.js';

/** A switch with its values, as reports show it. */
export interface SwitchRow {
  readonly name: string;
  readonly about: string;
  readonly values: readonly {
    readonly value: string;
    readonly isDefault: boolean;
    readonly basis: string;
    readonly sources: readonly ExplainedSource[];
  }[];
}

/** The switches of a contract; the default value of each comes first. */
export function switchRows(contract: CompiledContract): readonly SwitchRow[] {
  return Object.entries(contract.lifecycle.switches).map(([name, { about, default: initial, values }]) => ({
    name,
    about,
    values: Object.entries(values)
      .map(([value, { basis, citations }]) => ({
        value,
        isDefault: value === initial,
        basis: describeBasis(basis),
        sources: citations.map((citation) => describeSource(contract, citation)),
      }))
      .sort((a, b) => Number(b.isDefault) - Number(a.isDefault)),
  }));
}
