/**
 * Runs the client suites of other ecosystems, each against a server of its own: every folder of test/clients (or of
 * `--suites DIR`) that has a suite.json, or those that are named. See test/clients/README.md. Ends with
 * `N passed, N failed`.
 */
import { parseArgs } from 'node:util';
import { runSuite } from './test-clients/runSuite.js';
import { findSuites } from './test-clients/suites.js';

const { values, positionals: wanted } = parseArgs({ options: { suites: { type: 'string' } }, allowPositionals: true });
const suites = findSuites(values.suites);
const unknown = wanted.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(`There is no suite ${unknown.join(', ')}. There are ${suites.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const results = [];
for (const suite of suites) {
  if (wanted.length > 0 && !wanted.includes(suite.name)) continue;
  console.log(`\n${suite.name}: ${suite.about}`);
  const result = await runSuite(suite, suites);
  if (result.notRun) console.log(`  not run: ${result.notRun}`);
  results.push({ name: suite.name, ...result });
}

console.log('\nSummary');
for (const { name, passed, failed, notRun, seconds } of results) {
  console.log(
    notRun ? `  ${name}: not run, ${notRun}` : `  ${name}: ${passed} passed, ${failed} failed (${seconds} s)`,
  );
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
const notRun = results.filter((result) => result.notRun).length;
console.log(`${results.length - notRun} suites ran, ${notRun} not run`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
