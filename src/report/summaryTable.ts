import type { CompiledContract } from '../language/compiledContract.js';
import type { Basis } from '../language/lifecycle.js';
import { weakestBasis } from './basis.js';
import { markdownTable } from './markdown.js';

/** How many operations and rules the contracts have, by basis, in Markdown: a rule counts as its least certain facet. */
export function summaryTable(contracts: readonly CompiledContract[]): string {
  const rows = contracts.map(({ id, document, lifecycle }) => {
    const operations = Object.values(lifecycle.operations);
    const rules = [...operations.flatMap(({ decide, failures }) => [...decide, ...failures]), ...lifecycle.failures];
    const count = (basis: Basis) => String(rules.filter((rule) => weakestBasis(rule.basis) === basis).length);
    return [
      `[${id}](docs/contracts/${id}.md)`,
      document.info.title,
      String(operations.length),
      String(rules.length),
      count('documented'),
      count('observed'),
      count('inferred'),
    ];
  });
  return markdownTable(['provider', 'API', 'operations', 'rules', 'documented', 'observed', 'inferred'], rows);
}
