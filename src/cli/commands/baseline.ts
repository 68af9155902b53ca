import { TombstoneError } from '../../errors.js';
import { defineCommand } from '../command.js';

export const baseline = defineCommand({
  name: 'baseline',
  summary: 'Bring a baseline up to date with a run: what fails comes in, what passes goes out, comments stay',
  takes: 'update <baseline.yaml> <run.json>',
  details: [
    'The run is what `tombstone conform … --reporter json=run.json` saved. New entries say so and want a reason; entries\n' +
      'that expect a failure that is gone are deleted. A file that is not there is made.',
  ],
  examples: ['tombstone baseline update baseline.yaml run.json'],
  options: {},
  async run([verb, file, run, ...more], _options, terminal) {
    if (verb !== 'update' || file === undefined || run === undefined || more.length > 0)
      throw new TombstoneError('bad-usage', 'Write `tombstone baseline update <baseline.yaml> <run.json>`.');
    const { updateBaseline } = await import('../../conformance/baseline/updateBaseline.js');
    const { readReports } = await import('../readReports.js');
    const [report] = readReports([run]);
    const { added, removed } = report ? await updateBaseline(file, report) : { added: [], removed: [] };
    for (const id of removed) terminal.out(`- ${id}`);
    for (const id of added) terminal.out(`+ ${id}`);
    terminal.out(
      `${file}: ${added.length} added, ${removed.length} removed.${added.length > 0 ? ' Give the new entries their reasons.' : ''}`,
    );
    return 0;
  },
});
