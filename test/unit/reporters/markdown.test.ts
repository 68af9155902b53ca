import { describe, expect, it } from 'vitest';
import type { CaseResult } from '../../../src/conformance/index.js';
import { fenced, inline, link } from '../../../src/reporters/markdown/escape.js';
import { markdownSummary } from '../../../src/reporters/markdown/markdownSummary.js';
import { hasty, troubled } from '../../support/runs/sampleClients.js';
import { sampleRun } from '../../support/runs/sampleRun.js';

describe('the summary in Markdown', () => {
  it('starts with the verdict and the counts; what did not go well is folded away', async () => {
    const run = await sampleRun({ deviate: troubled, select: /deleteTranscodingTask/ });
    const text = markdownSummary([run]);
    expect(text.split('<details>')[0]).toMatchInlineSnapshot(`
      "## ✗ acme-py 2.1.0

      The client does not conform: there is an unexpected failure, or the baseline is out of date (exit status 1).

      |  | passed | failed | unsupported | not judged | with a warning | with a note | cases |
      | --- | --- | --- | --- | --- | --- | --- | --- |
      | huawei-mpc | 3 | 3 | 0 | 1 | 0 | 5 | 12 |

      Of these, 1 expected by the baseline, 1 flaky by the baseline, 1 out of date in the baseline.

      "
    `);
    expect(text).toMatch(/<details><summary>✗ <b>report\.outcome<\/b> \(must\) · \d+ cases?: /);
    expect(text.match(/<details>/g)).toHaveLength(text.match(/<\/details>/g)?.length ?? 0);
  });

  it('stays below what GitHub takes, whatever failed, and says how much it left out', async () => {
    const run = await sampleRun({ deviate: hasty, select: /deleteTranscodingTask\/not-final\/WAITING/ });
    const [one] = run.cases;
    const cases = Array.from({ length: 1200 }, (_, index) => ({
      ...(one as CaseResult),
      checks: (one as CaseResult).checks.map((check) => ({
        ...check,
        slug: `slug-${'x'.repeat(index)}`,
        verdict: 'fail' as const,
      })),
    }));
    const text = markdownSummary([{ ...run, cases }]);
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text).toMatch(/\n\n\*\d+ more parts do not fit here; `--reporter json` has all\.\*$/);
    expect(text.match(/<details>/g)).toHaveLength(text.match(/<\/details>/g)?.length ?? 0);
  });

  it('shows several runs side by side first', async () => {
    const all = await Promise.all([sampleRun(), sampleRun({ client: { name: 'hasty' }, deviate: hasty })]);
    expect(markdownSummary(all).split('\n\n')[0]).toMatchInlineSnapshot(`
      "| operation | acme-py 2.1.0 | hasty |
      | --- | --- | --- |
      | huawei-mpc/createTranscodingTask | ✓ 1/1 | ✓ 1/1 |
      | huawei-mpc/listTranscodingTask | ✓ 3/3 | ✓ 3/3 |
      | huawei-mpc/cancelTranscodingTask | ✓ 9/9 | ✗ 6/9 |
      | huawei-mpc/deleteTranscodingTask | ✓ 12/12 | ✗ 9/12 |
      | huawei-mpc/listStatSummary | ✓ 2/2 | ✓ 2/2 |
      | huawei-mpc/listTranscodeDetail | ✓ 2/2 | ✓ 2/2 |"
    `);
  });
});

describe('a text from outside', () => {
  it('is no tag, link, emphasis or cell of a table', () => {
    expect(inline('<b> [x](y) *z* `w` a|b @all')).not.toMatch(/[<>[\]*`|@]/);
  });

  it('cannot end the fence it stands in', () => {
    expect(fenced('a\n````\nb')).toBe('`````text\na\n````\nb\n`````');
  });

  it('is a link only where it is an address of the web', () => {
    expect(link('x', 'javascript:alert(1)')).toBe('x');
    expect(link('x', 'https://example.com/a>b')).toBe('[x](<https://example.com/a%3Eb>)');
  });
});
