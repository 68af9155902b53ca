import { expect, it } from 'vitest';
import { runSoak } from '../../../bench/soak/runSoak.js';

it('answers random calls of all providers under faults as the models foresee, and keeps its memory', async () => {
  const { problems, requests, overHttp, struck, succeeded, operations } = await runSoak(20_000, 20_260_601);
  expect(problems).toEqual([]);
  expect(requests).toBeGreaterThanOrEqual(20_000);
  expect(overHttp).toBeGreaterThan(4_000);
  // Not a run in which everything is refused, or nothing ever goes wrong.
  expect(struck).toBeGreaterThan(500);
  expect(succeeded).toBeGreaterThan(0.4);
  expect(operations).toBeGreaterThan(40);
});
