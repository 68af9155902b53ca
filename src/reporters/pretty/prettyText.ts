import type { RunReport } from '../../conformance/index.js';
import type { Paint } from '../../report/paint.js';
import { runText } from '../clientText.js';
import { countsText } from '../countsText.js';
import { oneLine } from '../oneLine.js';
import { exitMeanings } from '../words.js';
import { failureTexts } from './failuresText.js';
import { remarkTexts } from './remarksText.js';

/** A run for people: each failure with what it takes to mend it, then the counts, then the verdict, which is read first. */
export function prettyText(report: RunReport, paint: Paint): string {
  const { cases, counts, problems, exitStatus } = report;
  const verdict = exitStatus === 0 ? paint.green : paint.red;
  return [
    ...failureTexts(cases, paint),
    ...remarkTexts(cases, paint),
    [
      oneLine(runText(report)),
      countsText(counts, paint),
      ...problems.map((problem) => `${paint.red('problem:')} ${oneLine(problem)}`),
      paint.bold(verdict(exitMeanings[exitStatus])),
    ].join('\n'),
  ].join('\n\n');
}
