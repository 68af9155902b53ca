import { TombstoneError } from '../../errors.js';
import { defineCommand } from '../command.js';
import { rungOption } from '../conformanceOptions.js';

export const replay = defineCommand({
  name: 'replay',
  summary: 'Take a client through one conformance case, without a limit of time',
  takes: '<case>',
  takesCommand: true,
  details: [
    'Without a command it holds the mock open for the case and prints the environment and the calls to make: run your\n' +
      'client under a debugger, then press Enter, and it says what it saw. With a command it runs the client, and says\n' +
      'which process that is; with --wait it lets you attach to it first.',
    'Exit status: as of `tombstone conform`.',
  ],
  examples: [
    'tombstone replay huawei-mpc/deleteTranscodingTask/not-final/TRANSCODING',
    'tombstone replay twelvelabs/stories/video-then-task -- python3 shim.py',
  ],
  options: {
    rung: rungOption,
    contract: {
      type: 'string',
      value: 'FOLDER',
      about: 'The contract folder the case is of',
      default: 'the bundled one',
    },
    seed: { type: 'string', value: 'N', about: 'Seeds the sandbox', default: '1' },
    wait: { type: 'boolean', about: 'Wait for Enter before the case begins' },
    json: { type: 'boolean', about: 'Print the result as JSON' },
  },
  async run([id, ...more], options, terminal, command) {
    if (id === undefined || more.length > 0)
      throw new TombstoneError('bad-usage', 'Replay takes the id of one case; `tombstone list` lists them.');
    const { replayCommand } = await import('../replayCommand.js');
    return replayCommand(id, options, command, terminal);
  },
});
