import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { tapText } from '../../../src/reporters/tapText.js';
import { anyReport } from '../../support/runs/anyReport.js';
import { troubled } from '../../support/runs/sampleClients.js';
import { sampleRun } from '../../support/runs/sampleRun.js';

const run = await sampleRun({ deviate: troubled });

/** TAP as a harness reads it: what is no test point, plan or diagnostics is refused. */
function read(tap: string) {
  const [version, plan, ...lines] = tap.split('\n');
  expect(version).toBe('TAP version 14');
  const points: { ok: boolean; text: string; directive?: string; block?: string[] }[] = [];
  let open = false;
  for (const line of lines) {
    const point = /^(not )?ok (\d+) - ((?:[^\\#]|\\[\\#])*?)(?: # (skip|todo) (.*))?$/su.exec(line);
    const last = points.at(-1);
    if (open && line === '  ...') open = false;
    else if (open) last?.block?.push(line.replace(/^ {2}/, ''));
    else if (line === '  ---' && last && !last.block) {
      last.block = [];
      open = true;
    } else {
      const [, not, number, text = '', kind, why] = point ?? expect.fail(`no TAP: ${line}`);
      expect(Number(number)).toBe(points.length + 1);
      points.push({ ok: not === undefined, text, ...(kind ? { directive: `${kind} ${why}` } : {}) });
    }
  }
  expect(plan).toBe(points.length === 0 ? '1..0 # skip there was no case' : `1..${points.length}`);
  return points.map(({ block, ...point }) => ({ ...point, ...(block ? { block: parse(block.join('\n')) } : {}) }));
}

const pointOf = (id: string) => read(tapText([run])).find(({ text }) => text.startsWith(`huawei-mpc/${id}: `));

describe('TAP', () => {
  it('has a test point for each case', () => {
    expect(read(tapText([run])).length).toBe(run.cases.length);
    const passed = run.cases.filter(({ verdict, standing }) => verdict === 'pass' && standing === undefined);
    for (const { id, title } of passed)
      expect(read(tapText([run]))).toContainEqual({ ok: true, text: `${id}: ${title}` });
    expect(passed.length).toBeGreaterThan(0);
  });

  it('says below a failure what was expected and seen, and how to see it again', () => {
    const point = pointOf('deleteTranscodingTask/not-final/TRANSCODING');
    expect(point).toMatchObject({ ok: false, block: { replay: expect.stringContaining('tombstone replay') } });
    expect(point?.directive).toBeUndefined();
    expect(point?.block.checks).toContainEqual(expect.objectContaining({ verdict: 'fail', expected: 'refused' }));
  });

  it('skips what is unsupported, and has to do what the baseline expects; what is out of date fails', () => {
    expect(pointOf('createTranscodingTask/created')).toMatchObject({
      ok: true,
      directive: 'skip unsupported: no way to create tasks (https://example.com/issues/7)',
    });
    expect(pointOf('deleteTranscodingTask/not-final/NEED_TO_BE_AUDIT')).toMatchObject({
      ok: false,
      directive: 'todo expected by the baseline',
    });
    const stale = pointOf('deleteTranscodingTask/deleted/FAILED');
    expect(stale).toMatchObject({ ok: false, block: { baseline: expect.stringContaining('out of date') } });
    expect(stale?.directive).toBeUndefined();
    expect(pointOf('deleteTranscodingTask/not-final/WAITING')).toMatchObject({ ok: false });
  });

  it('is red where a run judged nothing, though no case failed', async () => {
    const empty = await sampleRun({ select: /nothing/, problems: ['--select x matches no case.'] });
    expect(read(tapText([empty]))).toMatchObject([
      {
        ok: false,
        text: 'the run is judged',
        block: { message: expect.stringMatching(/^--select x matches no case\.\n/) },
      },
    ]);
  });

  it('names the client of each case where there are several', () => {
    const points = read(tapText([run, run]));
    expect(points.length).toBe(2 * run.cases.length);
    expect(points.at(-1)?.text).toMatch(/^acme-py 2\.1\.0 \(session\) \\#2: /);
  });

  it('can be read whatever the texts of a report are', () => {
    const several = fc.array(anyReport, { maxLength: 2 });
    fc.assert(
      fc.property(several, (reports) => {
        expect(read(tapText(reports)).length).toBeGreaterThanOrEqual(reports.flatMap(({ cases }) => cases).length);
      }),
    );
  });
});
