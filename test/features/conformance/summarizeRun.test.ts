import { expect, it } from 'vitest';
import { createClient } from '../../../conformance/clients/clientKit.js';
import { clients } from '../../../conformance/clients/index.js';
import { summarizeRun } from '../../../scripts/judge-sdk/summarizeRun.js';
import { conform, inProcessRung } from '../../../src/conformance/index.js';
import { loadContract } from '../../../src/contract/loadContract.js';

/** What is kept of a run of a real SDK, made here of a client that shows a code of its own where it is throttled. */
const description = clients['huawei-mpc'] ?? expect.fail('there is no such reference client');
const client = createClient(description, 'made-for-a-test', {
  read: (outcome, { status }) => (status === 429 ? { ...outcome, code: 'made up' } : outcome),
});
const operation = 'huawei-mpc/deleteTranscodingTask';
const expected = { checks: ['reports-the-code'], at: 'baseline.yaml:1' };
const baseline = {
  file: 'baseline.yaml',
  entries: [
    { ...expected, case: `${operation}/throttled`, because: 'It makes a code up.', wontfix: true as const },
    {
      ...expected,
      case: `${operation}/**/fault/throttled-date`,
      because: 'It does so now and then.',
      issue: 'https://example.com',
      flaky: true as const,
    },
  ],
};

async function summary() {
  const contract = await loadContract('huawei-mpc');
  return summarizeRun(await conform([contract], inProcessRung(client), { select: [operation] }), baseline);
}

it('counts each case once, and what comes out otherwise from run to run neither as passed nor as failed', async () => {
  const { counts, operations, checks } = await summary();
  const { cases, ...columns } = counts;
  expect(Object.values(columns).reduce((sum, number) => sum + number, 0)).toBe(cases);
  // The one that the baseline names, and one that it does not.
  expect(columns).toMatchObject({ failed: 2, varying: 1 });
  expect(operations).toEqual({ deleteTranscodingTask: columns });
  expect(checks).toEqual({ 'reports-the-code': 2 });
});

it('says what the failures come down to in the words of the baseline, with a case to see each in', async () => {
  const [steady, flaky, ...others] = (await summary()).shortcomings;
  expect(steady).toMatchObject({
    because: 'It makes a code up.',
    checks: ['reports-the-code'],
    cases: 1,
    example: { case: `${operation}/throttled/throttled`, observed: expect.stringContaining('"made up"') },
  });
  expect(flaky).toMatchObject({ because: 'It does so now and then.', cases: 1, varies: true });
  expect(others).toEqual([]);
});

it('is the same for the same client, byte for byte', async () => {
  expect(JSON.stringify(await summary())).toBe(JSON.stringify(await summary()));
});
