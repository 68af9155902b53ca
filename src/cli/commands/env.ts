import { defineCommand } from '../command.js';
import { interceptOptions } from '../interceptOptions.js';
import { interceptSettings } from '../interceptSettings.js';

export const env = defineCommand({
  name: 'env',
  summary: 'Print, for a shell, the variables that lead programs to the mocks, and keep the mocks up until stopped',
  takes: '[provider…]',
  details: [
    'Programs started from a shell that took the variables over behave as under `tombstone run`, as long as this runs.',
    'SIGINT (Ctrl-C) or SIGTERM stops it; the shell still has the variables then.',
  ],
  examples: ['tombstone env > mocks.env &', '. ./mocks.env && python3 delete_task.py', 'tombstone env twelvelabs'],
  options: interceptOptions,
  async run(providers, options, terminal) {
    const { assignment } = await import('../assignment.js');
    const { sandboxOf } = await import('../sandboxOf.js');
    const { stopSignal } = await import('../stopSignal.js');
    const { startMocks } = await import('../../intercept/startMocks.js');

    await using mocks = await startMocks(await sandboxOf(providers, options), {
      ...interceptSettings(options),
      onRefusal: ({ message }) => terminal.err(`tombstone: ${message}`),
    });
    const stopped = stopSignal();
    for (const [name, value] of Object.entries(mocks.intercept.environment())) terminal.out(assignment(name, value));
    terminal.err('tombstone: the mocks are up until this is stopped.');
    await stopped;
    return 0;
  },
});
