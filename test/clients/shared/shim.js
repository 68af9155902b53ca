/**
 * `node shim.js COMMAND…`: an adapter of conformance/shims is looked over by `tombstone adapter check`, then its client is
 * judged by `tombstone conform` on what it says it can do. TAP, as test/clients/README.md has it.
 */
import { spawnSync } from 'node:child_process';

const command = process.argv.slice(2);
const tombstone = (...args) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [process.env.TOMBSTONE_BIN, ...args, '--', ...command],
    {
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    },
  );
  try {
    return { status, ...JSON.parse(stdout) };
  } catch {
    console.log(stdout + stderr);
    return { status };
  }
};

let results = 0;
let failed = 0;
function tell(holds, what, why = '') {
  results += 1;
  if (!holds) failed += 1;
  console.log(`${holds ? 'ok' : 'not ok'} - ${what}`);
  if (!holds && why) console.log(`  ${why.replaceAll('\n', '\n  ')}`);
}

const check = tombstone('adapter', 'check', '--json', '--patience', '30000');
for (const { id, requirement, problem } of check.findings ?? [])
  tell(problem === undefined, `${id}: ${requirement}`, problem);
tell(check.status === 0 && check.findings?.length > 10, 'the adapter can be used');

// Of each provider the operation the mock is about; all of what a shim can do would take minutes.
const operations = (check.hello?.capabilities ?? []).filter((name) => /\/delete\w*Task$/.test(name));
tell(operations.length > 0, 'it can delete a task');
for (const operation of operations) {
  const [provider] = operation.split('/');
  const report = tombstone('conform', provider, '--select', operation, '--reporter', 'json');
  const { status, counts = {}, cases = [] } = report;
  tell(status === 0, `${operation}: the client conforms`, `status ${status}`);
  const judged = (counts.total ?? 0) - (counts.unsupported ?? 0) - (counts.error ?? 0);
  tell(judged >= 20, `${operation}: it was judged in ${judged} cases`);
  for (const { id, verdict, message = '', checks } of cases) {
    if (verdict !== 'fail' && verdict !== 'error') continue;
    console.log(`  ${verdict}: ${id} ${message} ${JSON.stringify(checks.filter((one) => one.verdict === 'fail'))}`);
  }
}
console.log(`1..${results}`);
process.exitCode = failed === 0 ? 0 : 1;
