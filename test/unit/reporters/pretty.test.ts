import { describe, expect, it } from 'vitest';
import type { CaseResult } from '../../../src/conformance/index.js';
import { colourful, plain } from '../../../src/report/paint.js';
import { observedShape } from '../../../src/reporters/observedShape.js';
import { prettyText } from '../../../src/reporters/pretty/prettyText.js';
import { hasty, troubled } from '../../support/runs/sampleClients.js';
import { sampleRun } from '../../support/runs/sampleRun.js';

describe('the text for people', () => {
  it('of a run in which all is well is three lines', async () => {
    expect(prettyText(await sampleRun(), plain)).toMatchInlineSnapshot(`
      "acme-py 2.1.0 (python, session) · huawei-mpc · suite 2026-11 · seed 1 · tombstone 0.1.0
      29 cases: 29 passed, 0 failed, 0 unsupported
      The client conforms (exit status 0)."
    `);
  });

  it('shows a failure with its requirement, source, exchanges and replay command, and everything else by name', async () => {
    const run = await sampleRun({
      deviate: troubled,
      select: /deleteTranscodingTask|createTranscodingTask/,
      problems: ['The baseline has an entry "huawei-mpc/x" that matches no case.'],
    });
    expect(prettyText(run, plain)).toMatchInlineSnapshot(`
      "✗ report.outcome (must, judged by the report)
        A client tells its caller what became of the record.
        expected  refused
        observed  "deleted", after status 400

        huawei-mpc/deleteTranscodingTask/not-final/TRANSCODING
        deleteTranscodingTask of a record that is TRANSCODING is answered with 400
        source    MPC API Reference: Deletes Transcoding Task Records, "Status code 400" (2023-12-25)
                  https://support.huaweicloud.com/intl/en-us/api-mpc/DeleteTranscodingTaskByConsole.html
        asked     deleteTranscodingTask project_id="0a1b2c3d4e5f60718293a4b5c6d7e8f9" task_id=107211
        told      deleted, status 400
        exchanges +0 ms    DELETE /v1/0a1b2c3d4e5f60718293a4b5c6d7e8f9/transcodings/task?task_id=107211 → 400 {"error_code":"MPC.10213","error_msg":"Operation failed. The task is not in the final state."}
                           rule huawei-mpc/deleteTranscodingTask/not-final
        replay    npx --no tombstone replay 'huawei-mpc/deleteTranscodingTask/not-final/TRANSCODING' -- python3 shim.py

      ✗ report.no-throw (must, judged by the report)
        A client takes an empty body for what it is.
        expected  deleted
        observed  SyntaxError: Unexpected end of JSON input

        huawei-mpc/deleteTranscodingTask/deleted/SUCCEEDED
        deleteTranscodingTask of a record that is SUCCEEDED is answered with 204
        source    MPC API Reference: Deletes Transcoding Task Records, "Function" (2023-12-25)
                  https://support.huaweicloud.com/intl/en-us/api-mpc/DeleteTranscodingTaskByConsole.html
        asked     deleteTranscodingTask project_id="0a1b2c3d4e5f60718293a4b5c6d7e8f9" task_id=107211
        told      deleted, status 204
        exchanges +0 ms    DELETE /v1/0a1b2c3d4e5f60718293a4b5c6d7e8f9/transcodings/task?task_id=107211 → 204
                           rule huawei-mpc/deleteTranscodingTask/deleted
        replay    npx --no tombstone replay 'huawei-mpc/deleteTranscodingTask/deleted/SUCCEEDED' -- python3 shim.py

      ‼ 1 case not judged: the adapter ended with status 139 before it answered
          huawei-mpc/deleteTranscodingTask/not-final/WAITING

      ∅ 1 case unsupported: no way to create tasks
        issue https://example.com/issues/7
          huawei-mpc/createTranscodingTask/created

      ✗ 1 entry of the baseline out of date: what it expects did not happen
          huawei-mpc/deleteTranscodingTask/deleted/FAILED

      ~ 1 failure expected by the baseline
          huawei-mpc/deleteTranscodingTask/not-final/NEED_TO_BE_AUDIT

      ~ 1 case flaky by the baseline: no verdict hangs on them
          huawei-mpc/deleteTranscodingTask/deleted/CANCELED

      i report.outcome (may) · 3 cases
        A client tells its caller what became of the record.
        expected refused; observed "deleted", after status 403
          huawei-mpc/deleteTranscodingTask/not-final-forbidden/NEED_TO_BE_AUDIT
          huawei-mpc/deleteTranscodingTask/not-final-forbidden/WAITING
          huawei-mpc/deleteTranscodingTask/not-final-forbidden/TRANSCODING

      i report.outcome (may) · 2 cases
        A client tells its caller what became of the record.
        expected absent; observed "deleted", after status 400
          huawei-mpc/deleteTranscodingTask/absent@refuse/absent
          huawei-mpc/deleteTranscodingTask/absent@no-such-task/absent

      acme-py 2.1.0 (python, session) · huawei-mpc · suite 2026-11 · seed 1 · tombstone 0.1.0
      13 cases: 3 passed, 3 failed, 1 unsupported, 1 not judged, 5 with a note; 1 failure expected by the baseline; 1 case flaky by the baseline; 1 entry of the baseline is out of date
      problem: The baseline has an entry "huawei-mpc/x" that matches no case.
      The client does not conform: there is an unexpected failure, or the baseline is out of date (exit status 1)."
    `);
  });

  it('shows what a fault did to an exchange, and what explains a refusal', async () => {
    const run = await sampleRun({ deviate: hasty, select: /not-final\/WAITING/ });
    const [one] = run.cases;
    const [exchange] = one?.exchanges ?? [];
    const struck = {
      ...exchange,
      ms: 3,
      response: { status: 0, headers: {} },
      fault: 'loses the response',
      explanation: 'The signature\ndoes not match.',
    };
    const text = prettyText({ ...run, cases: [{ ...one, exchanges: [exchange, struck] } as CaseResult] }, plain);
    expect(text).toMatch(
      /\n {12}\+3 ms {4}DELETE \S+ → no answer\n {21}rule \S+; fault: loses the response\n {21}The signature\n {21}does not match\.\n/,
    );
  });

  it('shows hundreds of failures of one cause as one, with the number of those it leaves out', async () => {
    const run = await sampleRun({ deviate: hasty, select: /deleteTranscodingTask\/not-final\// });
    const [one] = run.cases;
    const cases = Array.from({ length: 300 }, (_, index) => ({
      ...(one as CaseResult),
      id: `huawei-mpc/case/${index}`,
      checks: (one as CaseResult).checks.map((check) =>
        check.verdict === 'fail'
          ? { ...check, observed: `task ${100_000 + index} is "deleted", after status 400` }
          : check,
      ),
    }));
    const text = prettyText({ ...run, cases, counts: { ...run.counts, total: 300, fail: 300 } }, plain);
    expect(text.split('\n').length).toBeLessThan(40);
    expect(text).toContain('· 300 cases');
    expect(text).toContain('… 287 more; --reporter json has all');
  });

  it('says with each exit status what it means', async () => {
    const run = await sampleRun({ select: /nothing/ });
    const last = (exitStatus: 0 | 1 | 2 | 3) =>
      prettyText({ ...run, exitStatus }, plain)
        .split('\n')
        .at(-1);
    expect([last(0), last(1), last(2), last(3)]).toEqual([
      'The client conforms (exit status 0).',
      'The client does not conform: there is an unexpected failure, or the baseline is out of date (exit status 1).',
      'Nothing was judged (exit status 2).',
      'There is no verdict: the adapter or the harness broke (exit status 3).',
    ]);
  });

  it('has its colours around the same text', async () => {
    const run = await sampleRun({ deviate: troubled });
    const coloured = prettyText(run, colourful);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
    expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(prettyText(run, plain));
    expect(coloured).not.toBe(prettyText(run, plain));
  });
});

describe('what observations have in common', () => {
  it('leaves out ids and numbers, and keeps the status of an answer', () => {
    expect(observedShape('task 100211 of 0a1b2c3d4e5f60718293a4b5c6d7e8f9: 404, 3 times')).toBe(
      'task # of #: 404, # times',
    );
    expect(observedShape('6298d673-f109-0f11 and 200')).toBe(observedShape('1111aaaa-b222-cc33 and 200'));
    expect(observedShape('status 204')).not.toBe(observedShape('status 404'));
  });
});
