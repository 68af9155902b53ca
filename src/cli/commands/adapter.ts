import { TombstoneError } from '../../errors.js';
import { defineCommand } from '../command.js';
import { wholeNumber } from '../wholeNumber.js';

export const adapter = defineCommand({
  name: 'adapter',
  summary: 'Find what is wrong with an adapter before any case does',
  takes: 'check [options] -- <command…>',
  details: [
    'An adapter is the shim between the conformance runner and a client: a program that speaks the protocol of docs/conformance-protocol.md on its standard input and output. It is asked only for what no client can do.',
    'Exit status: 0 it can be used, 3 it cannot, 2 it could not be started.',
  ],
  examples: ['tombstone adapter check -- python3 my_adapter.py', 'tombstone adapter check --json -- node adapter.js'],
  options: {
    patience: {
      type: 'string',
      value: 'MS',
      about: 'How long its hello, each answer and each end is waited for',
      default: '10000',
    },
    json: { type: 'boolean', about: 'Print the findings as JSON' },
  },
  takesCommand: true,
  async run([verb, ...more], { patience, json }, terminal, command) {
    if (verb !== 'check' || more.length > 0 || command.length === 0) {
      throw new TombstoneError('bad-usage', 'What is to be done? `tombstone adapter check -- <command…>`.');
    }
    const { checkAdapter } = await import('../../conformance/check/checkAdapter.js');
    const { adapterText } = await import('../../reporters/adapterText.js');
    const milliseconds = wholeNumber('patience', patience) ?? 10_000;
    const report = await checkAdapter(command, { patience: milliseconds });
    const problems = report.findings.filter(({ problem }) => problem !== undefined).length;
    terminal.out(json ? JSON.stringify({ format: 1, ...report, problems }) : adapterText(report, terminal.paint));
    return problems === 0 ? 0 : 3;
  },
});
