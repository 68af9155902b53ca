import { basename, join } from 'node:path';
import { defineCommand } from '../command.js';

export const lint = defineCommand({
  name: 'lint',
  summary: 'Check contracts: what cannot be used (error), and what was probably meant otherwise (warning)',
  takes: '[contract…]',
  details: [
    'A contract is a bundled name or a folder; without one, all bundled contracts are checked.',
    'Exit status: 0 no error, 1 an error was found, 2 it could not be checked.',
  ],
  examples: ['tombstone lint', 'tombstone lint ./my-provider', 'tombstone lint --json'],
  options: { json: { type: 'boolean', about: 'Print the issues as JSON' } },
  async run(given, { json }, terminal) {
    const { bundledContracts } = await import('../../contract/loadContract.js');
    const { packageRoot } = await import('../../contract/packageRoot.js');
    const { lintFolder } = await import('../../contract/lint/lintFolder.js');
    const { countIssues, issueLine, lintSummary } = await import('../../report/issueText.js');

    const bundled = bundledContracts();
    const contracts = given.length === 0 ? bundled : given;
    const found = await Promise.all(
      contracts.map(async (contract) =>
        bundled.includes(contract)
          ? lintFolder(join(packageRoot, 'specs', contract), { base: packageRoot })
          : lintFolder(contract),
      ),
    );
    const issues = found.flat();
    const counts = countIssues(issues);
    if (json)
      terminal.out(JSON.stringify({ format: 1, contracts: contracts.map((one) => basename(one)), ...counts, issues }));
    else {
      for (const issue of issues) terminal.out(issueLine(issue, terminal.paint));
      terminal.out(lintSummary(contracts.length, counts, terminal.paint));
    }
    return counts.errors > 0 ? 1 : 0;
  },
});
