import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { RunReport } from '../../../src/conformance/index.js';
import { junitXml } from '../../../src/reporters/junit/junitXml.js';
import { troubled } from '../../support/runs/sampleClients.js';
import { sampleRun } from '../../support/runs/sampleRun.js';

const run = await sampleRun({ deviate: troubled });

function parse(...reports: RunReport[]): Document {
  return new JSDOM(junitXml(reports), { contentType: 'application/xml' }).window.document;
}

function caseOf(document: Document, id: string): Element | null {
  return (
    [...document.querySelectorAll('testcase')].find((one) => one.getAttribute('name')?.startsWith(`${id}: `)) ?? null
  );
}

describe('JUnit XML', () => {
  it('has a suite for each operation, and in its attributes what is in it', () => {
    const document = parse(run);
    const names = [...document.querySelectorAll('testsuite')].map((suite) => suite.getAttribute('name'));
    expect(names).toContain('acme-py 2.1.0: huawei-mpc/deleteTranscodingTask');
    for (const suite of document.querySelectorAll('testsuite, testsuites')) {
      const counted = (selector: string) => String(suite.querySelectorAll(selector).length);
      expect({
        tests: suite.getAttribute('tests'),
        failures: suite.getAttribute('failures'),
        errors: suite.getAttribute('errors'),
        skipped: suite.getAttribute('skipped'),
      }).toEqual({
        tests: counted('testcase'),
        failures: counted('failure'),
        errors: counted('error'),
        skipped: counted('skipped'),
      });
    }
  });

  it('shows a failure with its checks, its exchanges and its replay command', () => {
    const failure = caseOf(parse(run), 'huawei-mpc/deleteTranscodingTask/not-final/TRANSCODING')?.querySelector(
      'failure',
    );
    expect(failure?.getAttribute('type')).toBe('report.outcome');
    expect(failure?.textContent).toMatch(/expected {2}refused[\s\S]*DELETE \S+ → 400[\s\S]*replay/);
  });

  it('skips what is unsupported or expected to fail, with the reason; what is out of date fails', () => {
    const document = parse(run);
    const skipped = (id: string) => caseOf(document, id)?.querySelector('skipped')?.getAttribute('message');
    expect(skipped('huawei-mpc/createTranscodingTask/created')).toBe(
      'unsupported: no way to create tasks (https://example.com/issues/7)',
    );
    expect(skipped('huawei-mpc/deleteTranscodingTask/not-final/NEED_TO_BE_AUDIT')).toBe(
      'expected by the baseline: report.outcome',
    );
    const stale = caseOf(document, 'huawei-mpc/deleteTranscodingTask/deleted/FAILED')?.querySelector('failure');
    expect(stale?.getAttribute('message')).toMatch(/^the baseline is out of date/);
    expect(
      caseOf(document, 'huawei-mpc/deleteTranscodingTask/not-final/WAITING')?.querySelector('error'),
    ).not.toBeNull();
  });

  it('is red where a run judged nothing, though no case failed', async () => {
    const empty = await sampleRun({ select: /nothing/, problems: ['--select x matches no case.'] });
    const [error] = parse(empty).querySelectorAll('testcase > error');
    expect(error?.getAttribute('message')).toBe('--select x matches no case.');
  });
});
