import { TombstoneError } from '../../errors.js';
import { defineCommand } from '../command.js';
import { reporterOption, rungOption, selectOption, suiteOption } from '../conformanceOptions.js';

export const conform = defineCommand({
  name: 'conform',
  summary: "Judge a client by a provider's rules",
  takes: '<provider…>',
  takesCommand: true,
  details: [
    'The client is a program: with --rung session it speaks JSON lines on its standard input and output, with exec it is\n' +
      'started for each case and writes a result file, with observe it is any program at all, led to the mock by its\n' +
      'environment and by {placeholders} in its arguments. docs/conformance.md shows each.',
    'Exit status: 0 it conforms; 1 it failed where it must not, or a baseline entry is out of date; 2 nothing could be\n' +
      'judged; 3 the adapter (or the harness) broke.',
  ],
  examples: [
    'tombstone conform twelvelabs -- python3 shim.py',
    "tombstone conform huawei-mpc --select 'huawei-mpc/deleteTranscodingTask' --baseline baseline.yaml -- node shim.js",
    'tombstone conform twelvelabs --rung observe --select twelvelabs/deleteTask/deleted -- python3 delete.py {task_id}',
  ],
  options: {
    rung: rungOption,
    select: selectOption,
    suite: suiteOption,
    baseline: { type: 'string', value: 'FILE', about: 'What the client is known to fail' },
    seed: { type: 'string', value: 'N', about: 'Seeds the sandboxes', default: '1' },
    timeout: { type: 'string', value: 'SECONDS', about: 'What a case may take before it is given up', default: '30' },
    reporter: reporterOption,
    results: { type: 'string', value: 'FOLDER', about: 'A folder for each case: exchanges as HAR, checks, output' },
  },
  async run(providers, options, terminal, command) {
    if (providers.length === 0)
      throw new TombstoneError('bad-usage', 'Which provider? `tombstone conform <provider…> -- <command…>`.');
    if (command.length === 0)
      throw new TombstoneError(
        'bad-usage',
        'Which client? Its command line follows --: `tombstone conform <provider…> -- node shim.js`.',
      );
    const { conformCommand } = await import('../conformCommand.js');
    return conformCommand(providers, options, command, terminal);
  },
});
