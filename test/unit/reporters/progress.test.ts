import { describe, expect, it } from 'vitest';
import type { CaseResult, RunReport } from '../../../src/conformance/index.js';
import { plain } from '../../../src/report/paint.js';
import { createProgress } from '../../../src/reporters/progress/createProgress.js';
import { progressLine } from '../../../src/reporters/progress/progressText.js';
import { hasty, troubled } from '../../support/runs/sampleClients.js';
import { sampleRun } from '../../support/runs/sampleRun.js';

const troubledRun = await sampleRun({ deviate: troubled, select: /deleteTranscodingTask|createTranscodingTask/ });
const hastyRun = await sampleRun({ deviate: hasty });

function shown({ cases }: Pick<RunReport, 'cases'>, isInteractive: boolean, columns?: number): string {
  let text = '';
  const write = (more: string) => {
    text += more;
  };
  const progress = createProgress({ write, isInteractive, columns, paint: plain });
  progress.started(cases.length);
  for (const one of cases) progress.caseDone(one);
  progress.finished();
  return text;
}

describe('progress that nobody looks at', () => {
  it('is a plain line at each tenth of the run, and one for each case that fails', () => {
    expect(shown(troubledRun, false)).toMatchInlineSnapshot(`
      " 2/13 cases, 1 unsupported
       3/13 cases, 1 unsupported
       4/13 cases, 1 unsupported
      ‼ huawei-mpc/deleteTranscodingTask/not-final/WAITING: the adapter ended with status 139 before it answered
       6/13 cases, 1 failed, 1 unsupported, 1 not judged
      ✗ huawei-mpc/deleteTranscodingTask/not-final/TRANSCODING: report.outcome
       7/13 cases, 2 failed, 1 unsupported, 1 not judged
       8/13 cases, 2 failed, 1 unsupported, 1 not judged
      10/13 cases, 2 failed, 1 unsupported, 1 not judged
      ✗ huawei-mpc/deleteTranscodingTask/deleted/SUCCEEDED: report.no-throw
      11/13 cases, 3 failed, 1 unsupported, 1 not judged
      12/13 cases, 3 failed, 1 unsupported, 1 not judged
      13/13 cases, 3 failed, 1 unsupported, 1 not judged
      "
    `);
  });

  it('says nothing with control characters', () => {
    expect(shown(hastyRun, false)).not.toMatch(/[^\P{Cc}\n]/u);
  });

  it('is the same text each time', () => {
    expect(shown(hastyRun, false)).toBe(shown(hastyRun, false));
  });

  it('names the first twenty failing cases of a client that does nothing right, and says that there are more', () => {
    const [one] = hastyRun.cases.filter(({ verdict }) => verdict === 'fail');
    const cases = Array.from({ length: 300 }, (_, index) => ({ ...(one as CaseResult), id: `case/${index}` }));
    const lines = shown({ cases }, false).split('\n');
    expect(lines.filter((line) => line.startsWith('✗'))).toHaveLength(20);
    expect(lines.filter((line) => line.includes('more of them'))).toHaveLength(1);
    expect(lines.filter((line) => /\d+\/300/.test(line))).toHaveLength(10);
  });
});

describe('progress on a terminal', () => {
  it('redraws one line, and leaves nothing behind but the lines of failing cases', () => {
    const screen = emulate(shown(troubledRun, true, 100));
    expect(screen.split('\n').filter((line) => line !== '')).toEqual(
      troubledRun.cases.flatMap(({ id, verdict, standing }) =>
        verdict === 'error' || (verdict === 'fail' && standing === undefined)
          ? [expect.stringMatching(new RegExp(`^[✗‼] ${id}: `))]
          : [],
      ),
    );
  });

  it.each([10, 30, 60, 100, 300])('has lines that fit %i columns, so that none wraps', (columns) => {
    const state = { done: 45, total: 125, not: { fail: 2, unsupported: 1 }, last: `huawei-mpc/${'long'.repeat(100)}` };
    expect([...progressLine(state, columns, plain)].length).toBeLessThan(columns);
  });
});

/** What a terminal shows in the end. */
function emulate(text: string): string {
  return text
    .split('\n')
    .map((line) => line.split('\r\u001b[2K').at(-1) ?? '')
    .join('\n');
}
