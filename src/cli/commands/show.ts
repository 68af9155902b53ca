import { TombstoneError } from '../../errors.js';
import { defineCommand } from '../command.js';

export const show = defineCommand({
  name: 'show',
  summary: 'Show a conformance case: how it begins, what the client is asked for, and what it may say',
  takes: '<case>',
  examples: ['tombstone show huawei-mpc/deleteTranscodingTask/not-final/TRANSCODING'],
  options: { json: { type: 'boolean', about: 'Print it as JSON' } },
  async run([id, ...more], { json }, terminal) {
    if (id === undefined || more.length > 0)
      throw new TombstoneError('bad-usage', 'Show takes the id of one case; `tombstone list` lists them.');
    const { findCase } = await import('../../conformance/findCase.js');
    const { explainCase } = await import('../../conformance/explainCase.js');
    const { explainedCaseText } = await import('../../reporters/explainedCaseText.js');

    const found = await findCase(id);
    const explained = explainCase(found.case, found.known);
    terminal.out(json ? JSON.stringify({ format: 1, ...explained }) : explainedCaseText(explained, terminal.paint));
    return 0;
  },
});
