/**
 * Counts the results of a suite: lines `ok …` and `not ok …`, and `1..N` for how many there have to be. A suite that
 * ends badly without saying what failed, or that leaves results out, has failed once more.
 */
export function countTap({ status, lines }) {
  const count = (pattern) => lines.filter((line) => pattern.test(line)).length;
  const passed = count(/^ok\b/);
  const failed = count(/^not ok\b/);
  const plan = lines.map((line) => /^1\.\.(\d+)$/.exec(line)?.[1]).find((planned) => planned !== undefined);
  const problem = problemOf(status, passed, failed, plan);
  return { passed, failed: failed + (problem ? 1 : 0), problem };
}

function problemOf(status, passed, failed, plan) {
  if (plan === undefined) return 'The suite did not come to its end: it never said how many results there are.';
  if (Number(plan) !== passed + failed) return `The suite has ${plan} checks and gave ${passed + failed} results.`;
  if (Number(plan) === 0) return 'The suite checked nothing.';
  if (status !== 0 && failed === 0) return `The suite ended with status ${status}.`;
  return undefined;
}
