import { defineCommand } from '../command.js';
import { selectOption, suiteOption } from '../conformanceOptions.js';

export const list = defineCommand({
  name: 'list',
  summary: 'List the conformance cases of providers',
  takes: '[provider…]',
  details: ['A provider is a bundled name or a contract folder; without one, all bundled providers are listed.'],
  examples: ['tombstone list huawei-mpc', "tombstone list --select '**/fault/lose-response' --json"],
  options: {
    select: selectOption,
    suite: suiteOption,
    json: { type: 'boolean', about: 'Print them as JSON' },
  },
  async run(given, { select = [], suite: version, json }, terminal) {
    const { bundledContracts, loadContract } = await import('../../contract/loadContract.js');
    const { planRun } = await import('../../conformance/plan.js');
    const { readSuite } = await import('../../conformance/suite.js');
    const { caseListText } = await import('../../reporters/caseListText.js');

    const suite = readSuite(version);
    const contracts = await Promise.all((given.length > 0 ? given : bundledContracts()).map(loadContract));
    const { cases } = await planRun(contracts, { select, ...(suite ? { suite } : {}) });
    terminal.out(
      json
        ? JSON.stringify({
            format: 1,
            suite: suite?.version ?? 'next',
            cases: cases.map(({ id, title, provider, kind, rule, basis }) => ({
              id,
              title,
              provider,
              kind,
              rule,
              basis,
            })),
          })
        : caseListText(cases, terminal.paint),
    );
    return 0;
  },
});
