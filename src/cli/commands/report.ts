import { TombstoneError } from '../../errors.js';
import { defineCommand } from '../command.js';
import { reporterOption } from '../conformanceOptions.js';

export const report = defineCommand({
  name: 'report',
  summary: 'Show saved reports of conformance runs again; several side by side',
  takes: '<run.json…>',
  details: [
    'A report is saved by `tombstone conform … --reporter json=run.json`. Several, of other clients or versions, become\n' +
      'a matrix of clients and rules.',
    'Exit status: 0 all was shown, whatever the runs came to; 2 a file could not be read or written.',
  ],
  examples: [
    'tombstone report run.json',
    'tombstone report python.json go.json --reporter html=matrix.html',
    'tombstone report run.json --reporter junit=junit.xml --reporter markdown',
  ],
  options: {
    reporter: reporterOption,
  },
  async run(files, { reporter = [] }, terminal) {
    if (files.length === 0) throw new TombstoneError('bad-usage', 'Which report? `tombstone report <run.json…>`.');
    const { parseReporters } = await import('../../reporters/parseReporters.js');
    const { writeReports } = await import('../../reporters/writeReports.js');
    const { readReports } = await import('../readReports.js');
    const choices = parseReporters(reporter);
    return (await writeReports(readReports(files), choices, terminal)) ? 0 : 2;
  },
});
