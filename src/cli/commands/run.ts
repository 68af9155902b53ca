import { TombstoneError } from '../../errors.js';
import { defineCommand } from '../command.js';
import { interceptOptions } from '../interceptOptions.js';

export const run = defineCommand({
  name: 'run',
  summary: 'Run any program, unmodified, so that its calls to the providers land in the mocks',
  takes: '[provider…] -- <command…>',
  takesCommand: true,
  details: [
    [
      'The program keeps the https:// addresses it has. Its environment makes it send them to a proxy on this machine, which',
      'answers for the hosts of the contracts and refuses every other one. Nothing is installed, and nothing is left.',
    ].join('\n'),
    'Without a provider, all bundled ones are mocked. What the program did is printed to standard error afterwards.',
    [
      "Exit status: the command's own where it failed (128 and the number of the signal that ended it; 127 where there is no",
      'such program, 126 where it may not be run), else 1 with --strict where the contract was violated, else 0.',
    ].join('\n'),
  ],
  examples: [
    'tombstone run -- python3 delete_task.py',
    'tombstone run twelvelabs --strict -- npm test',
    'tombstone run huawei-mpc --allow pypi.org:443 --print-env -- ./script.sh',
  ],
  options: {
    strict: { type: 'boolean', about: 'Exit with 1 where the program violated the contract' },
    ...interceptOptions,
    'print-env': { type: 'boolean', about: 'Print the variables the program gets to standard error first' },
    report: { type: 'string', value: 'FILE', about: 'Write the report as JSON, too' },
  },
  async run(providers, options, terminal, command) {
    if (command.length === 0) {
      throw new TombstoneError(
        'bad-usage',
        'Which program? Write it behind --: `tombstone run [provider…] -- <command…>`.',
      );
    }
    return (await import('../runCommandLine.js')).runCommandLine(providers, options, command, terminal);
  },
});
