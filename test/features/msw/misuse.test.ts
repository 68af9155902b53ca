import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../../src/contract/packageRoot.js';

/** The tests of somebody who gets things wrong, run by vitest as they would be. */
const vitest = join(packageRoot, 'node_modules', 'vitest', 'vitest.mjs');
const args = [vitest, 'run', '--root', join('test', 'fixtures', 'vitest'), '--reporter', 'json'];
const { stdout } = spawnSync(process.execPath, args, { cwd: packageRoot, encoding: 'utf8' });
const ran: readonly { title: string; status: string; failureMessages: readonly string[] }[] =
  JSON.parse(stdout).testResults[0].assertionResults;

it('leaves alone the test after one that failed', () => {
  expect(ran.filter(({ status }) => status === 'passed').map(({ title }) => title)).toEqual([
    'is not disturbed by the one before',
  ]);
});

it.each([
  [
    'hides an unknown request',
    /No operation answers DELETE .*\/transcodings\/tasks\.? Nearest: DELETE .*huawei-mpc\/deleteTranscodingTask/,
  ],
  [
    'expects what did not happen',
    /It is there: .*"TRANSCODING".*Decided by huawei-mpc\/deleteTranscodingTask\/not-final/s,
  ],
  ['asks for a state that does not exist', /"SUCCEDED".*SUCCEEDED.*\[unknown-state\]/],
  ['asks for a model that does not exist', /Did you mean "transcodingTask"\?.*\[unknown-resource\]/],
  ['asks for a provider that does not exist', /Did you mean "huawei-mpc"\?.*\[unknown-provider\]/],
])('fails a test that %s, and says why', (title, message) => {
  expect(ran.find((test) => test.title === title)?.failureMessages.join('\n')).toMatch(message);
});
