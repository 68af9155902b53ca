import type { CompiledContract } from '../language/compiledContract.js';
import { code, plainText } from './markdown.js';
import { resourceTable } from './resourceTable.js';
import { refusalTable, ruleTables, switchTable } from './ruleTable.js';

/** The page of a provider in the documentation, generated from its contract. */
export function contractPage(contract: CompiledContract): string {
  const { id, document, lifecycle } = contract;
  const servers = (document.servers ?? []).map(({ url }) => code(url)).join(', ');
  return `${[
    `<!-- Generated from specs/${id} by \`npm run docs\`. Change the contract, not this page. -->`,
    `# ${plainText(document.info.title)}`,
    `Provider ${code(id)}${servers === '' ? '' : `, in the place of ${servers}`}. The first rule of a table that holds decides. Its basis is *documented* (with its source), *observed* (seen at the real service) or *inferred*; where effect, status and body differ in it, each is said apart.`,
    '## Operations',
    ruleTables(contract),
    '## Refusals before the decision',
    'Requests of every operation meet these before its table; the first that holds answers.',
    refusalTable(contract),
    ...(Object.keys(lifecycle.switches).length === 0
      ? []
      : [
          '## Switches',
          `Where sources disagree or are silent. Set them with ${code(`PUT /_tombstone/switches/${id}`)}.`,
          switchTable(contract),
        ]),
    '## Resources',
    resourceTable(contract),
  ].join('\n\n')}\n`;
}
