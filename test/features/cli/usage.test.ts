import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandTable } from '../../../src/cli/commandTable.js';
import { tombstone } from './support/tombstone.js';

test('without a command the help goes to standard error, and the status is 2', async () => {
  const { status, stdout, stderr } = await tombstone();
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatchInlineSnapshot(`
    "Usage: tombstone <command> [options]

    A stateful mock of "delete a task" APIs, and a judge of the clients that call them.

    Commands:
      serve     Serve providers on a port
      request   Send one signed request, and show its answer and the rule that decided
      verify    Walk a provider's rules as a client against any server
      explain   Show a rule, an operation, a provider or an exchange in words
      conform   Judge a client by a provider's rules
      list      List the conformance cases
      show      Show a conformance case
      replay    Take a client through one case, without a limit of time
      baseline  Bring a baseline up to date with a run
      run       Run any program, unmodified, against the mocks
      env       Print the variables that lead programs to the mocks
      lint      Check contracts, each complaint with file, line and column
      report    Show saved reports of conformance runs again, several side by side
      adapter   Find what is wrong with an adapter before any case does

    \`tombstone <command> --help\` shows what a command takes. \`tombstone --version\` shows the version.
    "
  `);
});

test('help that was asked for goes to standard output, and the status is 0', async () => {
  const asked = await Promise.all([tombstone('--help'), tombstone('-h'), tombstone('help')]);
  for (const { status, stdout, stderr } of asked) {
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Usage: tombstone <command>');
  }
});

test('the help of a command lists every option of its table', async () => {
  for (const [name, { load }] of Object.entries(commandTable)) {
    const [byOption, byWord] = await Promise.all([tombstone(name, '--help'), tombstone('help', name)]);
    expect(byOption.stdout).toBe(byWord.stdout);
    for (const option of Object.keys((await load()).options)) expect(byOption.stdout).toContain(`--${option}`);
  }
});

test('--version prints the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  expect(await tombstone('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
});

test.each([
  [
    ['serv'],
    '"serv" is no command. Did you mean "serve"? Commands: serve, request, verify, explain, conform, list, show, replay, baseline, run, env, lint, report, adapter. `tombstone --help` shows more. [bad-usage]',
  ],
  [
    ['--port', '1'],
    '"--port" is an option where a command is expected. Commands: serve, request, verify, explain, conform, list, show, replay, baseline, run, env, lint, report, adapter. `tombstone --help` shows more. [bad-usage]',
  ],
  [
    ['serve', '--prot', '1'],
    'serve has no option --prot. Did you mean "--port"? `tombstone serve --help` lists the options. [bad-usage]',
  ],
  [['serve', '-p', '1'], 'serve has no option -p. `tombstone serve --help` lists the options. [bad-usage]'],
  [['serve', '--port'], '--port needs a value: --port N. `tombstone serve --help` lists the options. [bad-usage]'],
  [
    ['serve', '--port', '--json'],
    '--port needs a value: --port N. `tombstone serve --help` lists the options. [bad-usage]',
  ],
  [['serve', '--port', '80a'], '--port is "80a"; a whole number is expected. [bad-usage]'],
  [
    ['serve', '--port', '65536'],
    'Port 65536 is not a whole number from 0 to 65535. Choose another; 0 takes a free one. [bad-port]',
  ],
  [['serve', '--seed', '-1.5'], '--seed is "-1.5"; a whole number is expected. [bad-usage]'],
  [
    ['serve', '--quiet=yes'],
    '--quiet takes no value, and was given "yes". `tombstone serve --help` lists the options. [bad-usage]',
  ],
  [
    ['serve', '--pace', 'manuel'],
    '--pace is "manuel"; expected real, manual, instant. Did you mean "manual"? `tombstone serve --help` lists the options. [bad-usage]',
  ],
  [
    ['serve', 'huawei-mcp'],
    'There is no provider "huawei-mcp"; bundled are huawei-modelarts, huawei-mpc, naver-nclue, twelvelabs. Did you mean "huawei-mpc"? A folder is named with a slash: ./huawei-mcp. [unknown-provider]',
  ],
  [['request'], 'Which operation? `tombstone request <provider>/<operation> [name=value…]`. [bad-usage]'],
  [
    ['request', 'huawei-mpc'],
    'Which operation of huawei-mpc? Write huawei-mpc/<operation>; `tombstone explain huawei-mpc` lists them. [bad-usage]',
  ],
  [
    ['explain'],
    'Explain takes one name, such as <provider>/<operation>/<rule>, or the number of one exchange. [bad-usage]',
  ],
])('%j is refused with one message', async (args, message) => {
  expect(await tombstone(...args)).toEqual({ status: 2, stdout: '', stderr: `tombstone: ${message}\n` });
});
