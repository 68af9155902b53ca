import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { RunReport } from '../../../src/conformance/index.js';
import { startedClientText } from '../../../src/reporters/startedClientText.js';
import { shell, tombstone } from '../cli/support/tombstone.js';

const folder = mkdtempSync(join(tmpdir(), 'conform-'));
const client = (...args: string[]) => ['--', 'node', '.cache/build/conformance/mutants/main.js', ...args];
const reference = client('reference', 'huawei-mpc');
const optimistic = client('everything-is-deleted');
const deletes = ['--select', 'huawei-mpc/deleteTranscodingTask/not-final'];

async function reportOf(file: string, ...args: string[]): Promise<{ status: number | null; report: RunReport }> {
  const path = join(folder, file);
  const { status } = await tombstone('conform', 'huawei-mpc', '--reporter', `json=${path}`, ...args);
  return { status, report: JSON.parse(readFileSync(path, 'utf8')) as RunReport };
}

/** A report without what may differ from run to run. */
function steady(report: RunReport): unknown {
  const volatile = ['startedAt', 'durationMs', 'ms', 'headers', 'explanation', 'output'];
  return JSON.parse(JSON.stringify(report, (key, value) => (volatile.includes(key) ? undefined : value)));
}

describe('`tombstone conform` ends with', () => {
  it('0 where the client conforms', async () => {
    const { status, stdout } = await tombstone('conform', 'huawei-mpc', ...deletes, ...reference);
    expect(status).toBe(0);
    expect(stdout).toContain('The client conforms');
  });

  it('1 where it does not, with the requirement, its source, what was seen and how to do it again', async () => {
    const { status, stdout } = await tombstone('conform', 'huawei-mpc', ...deletes, ...optimistic);
    expect(status).toBe(1);
    expect(stdout).toContain('A client never says "deleted" or "absent" of a record that still exists');
    expect(stdout).toContain('https://support.huaweicloud.com/intl/en-us/api-mpc/DeleteTranscodingTaskByConsole.html');
    expect(stdout).toContain('The client told its caller "deleted", but transcodingTask 107211 still exists.');
    expect(stdout).toContain(
      'npx --no tombstone replay huawei-mpc/deleteTranscodingTask/not-final/NEED_TO_BE_AUDIT -- node',
    );
  });

  it('2 where nothing was judged: the client says it can do none of it', async () => {
    const args = client('reference', 'naver-nclue');
    const { status, stdout } = await tombstone('conform', 'huawei-mpc', ...deletes, ...args);
    expect(status).toBe(2);
    expect(stdout).toContain('No case was judged.');
    expect(stdout).toContain('7 unsupported');
  });

  it.each([
    [[], 'Which provider?'],
    [['huawei-mpc'], 'Its command line follows --'],
    [['huawei-mpc', '--select', 'huawei-mpc/nothing', ...reference], 'No case fits "huawei-mpc/nothing"'],
    [['huawei-mpc', '--suite', '1999-01', ...reference], 'There is no requirement set "1999-01"'],
    [['huawei-mpc', '--baseline', 'nowhere.yaml', ...reference], 'nowhere.yaml cannot be read'],
    [['huawei-mpc', '--', 'no-such-program'], '`no-such-program` cannot be started'],
  ])('2 for %j, and one clear message', async (args, message) => {
    const { status, stderr } = await tombstone('conform', ...args);
    expect({ status, lines: stderr.trim().split('\n').length < 8 }).toEqual({ status: 2, lines: true });
    expect(stderr).toContain(message);
  });

  it('3 where the adapter breaks, once, with one diagnosis, after a few cases', async () => {
    const file = join(folder, 'broken.mjs');
    writeFileSync(
      file,
      `process.stdin.setEncoding('utf8');
       let rest = '';
       process.stdin.on('data', (data) => {
         const lines = (rest + data).split('\\n');
         rest = lines.pop();
         for (const line of lines) {
           const { type, seq } = JSON.parse(line);
           if (type === 'hello') console.log(JSON.stringify({ type, protocol: 1, client: { name: 'broken' } }));
           if (type === 'run') console.log(JSON.stringify({ type: 'fault', seq, message: 'the library is not installed' }));
         }
       });
       process.stdin.on('end', () => process.exit(0));`,
    );
    const { status, stdout } = await tombstone('conform', 'huawei-mpc', '--', 'node', file);
    expect(status).toBe(3);
    expect(stdout.match(/The adapter is broken: .*the library is not installed/g)).toHaveLength(1);
    expect(stdout).toContain('10 cases');
  });
});

test('the same seed gives the same report, byte for byte, but for the fields that are named', {
  timeout: 60_000,
}, async () => {
  const [first, second] = [await reportOf('one.json', ...optimistic), await reportOf('two.json', ...optimistic)];
  const same = JSON.stringify(steady(first.report)) === JSON.stringify(steady(second.report));
  expect(same, 'compare the two files').toBe(true);
  expect(first.report.cases.length).toBeGreaterThan(100);
});

test('--results leaves a folder for each case, with its exchanges, checks and output', async () => {
  const results = join(folder, 'results');
  await tombstone('conform', 'huawei-mpc', ...deletes, '--results', results, ...optimistic);
  const at = join(results, 'huawei-mpc', 'deleteTranscodingTask', 'not-final', 'WAITING');
  expect(readdirSync(at)).toEqual(expect.arrayContaining(['checks.json', 'exchange.har', 'replay.sh']));
});

test('a results folder that cannot be written costs no verdict', async () => {
  const file = join(folder, 'a-file');
  writeFileSync(file, '');
  const { status, stdout, stderr } = await tombstone(
    'conform',
    'huawei-mpc',
    ...deletes,
    '--results',
    file,
    ...reference,
  );
  expect(stdout).toContain('The client conforms');
  expect(status).toBe(2);
  expect(stderr).toContain('cannot-write');
});

describe('the observe rung', () => {
  const script = join(folder, 'delete.py');
  writeFileSync(
    script,
    `import json, sys, urllib.request
request = urllib.request.Request("https://api.twelvelabs.io/v1.3/tasks/" + sys.argv[1], method="DELETE", headers={"x-api-key": "any"})
print(json.loads(urllib.request.urlopen(request).read()))
`,
  );

  it('catches, by name, an unmodified program that parses JSON from the empty 204, at its real address', async () => {
    const select = [
      '--select',
      'twelvelabs/deleteTask/deleted/ready',
      '--select',
      'twelvelabs/deleteTask/not-final@400/indexing',
    ];
    const line = [
      'npx --no tombstone conform twelvelabs --rung observe',
      ...select,
      '-- python3',
      script,
      "'{task_id}'",
    ].join(' ');
    const { status, stdout } = await shell(`command -v python3 >/dev/null || exit 0; ${line}`);
    if (stdout === '' && status === 0) return; // no Python on this machine
    expect(stdout).toContain('✗ accepts-an-empty-success (must');
    expect(stdout).toContain('The server answered 204 without a body, and the program ended with status 1.');
    expect(status).toBe(1);
  });
});

describe('cases', () => {
  it('are listed by operation, with their titles', async () => {
    const { stdout } = await tombstone('list', 'huawei-mpc', '--select', 'huawei-mpc/deleteTranscodingTask/not-final');
    expect(stdout).toMatchInlineSnapshot(`
      "huawei-mpc/deleteTranscodingTask (7)
        huawei-mpc/deleteTranscodingTask/not-final/NEED_TO_BE_AUDIT
          deleteTranscodingTask of a transcodingTask that is NEED_TO_BE_AUDIT: 400, told as "refused".
        huawei-mpc/deleteTranscodingTask/not-final/WAITING
          deleteTranscodingTask of a transcodingTask that is WAITING: 400, told as "refused".
        huawei-mpc/deleteTranscodingTask/not-final/TRANSCODING
          deleteTranscodingTask of a transcodingTask that is TRANSCODING: 400, told as "refused".
        huawei-mpc/deleteTranscodingTask/not-final/NEED_TO_BE_AUDIT/fault/unavailable-once
          deleteTranscodingTask, when the service is unavailable once: the client tells no more than it knows.
        huawei-mpc/deleteTranscodingTask/not-final/NEED_TO_BE_AUDIT/fault/reset-after
          deleteTranscodingTask, when the connection is reset after the effect: the client tells no more than it knows.
        huawei-mpc/deleteTranscodingTask/not-final/NEED_TO_BE_AUDIT/fault/lose-response
          deleteTranscodingTask, when the response is lost: the client tells no more than it knows.
        huawei-mpc/deleteTranscodingTask/not-final/NEED_TO_BE_AUDIT/fault/truncate
          deleteTranscodingTask, when the response is cut off: the client tells no more than it knows.

      7 cases. \`tombstone show <case>\` says more of one.
      "
    `);
  });

  it('are shown: how they begin, what is asked, what may be said, what is left', async () => {
    const { stdout } = await tombstone('show', 'huawei-mpc/stories/cancel-then-delete');
    expect(stdout).toContain('by huawei-mpc/cancelTranscodingTask/canceled');
    expect(stdout).toContain('told as "deleted"');
  });

  it('that do not exist are refused with the nearest id', async () => {
    const { status, stderr } = await tombstone('show', 'huawei-mpc/stories/cancel-then-delet');
    expect(status).toBe(2);
    expect(stderr).toContain('Did you mean "huawei-mpc/stories/cancel-then-delete"?');
  });

  it('are held open for a person, who is told what was seen', async () => {
    const { status, stdout, stderr } = await shell(
      'echo | npx --no tombstone replay huawei-mpc/stories/cancel-then-delete',
    );
    expect(stderr).toContain('export TOMBSTONE_BASE_URL=http://127.0.0.1:');
    expect(stdout).toContain('none: the client sent nothing');
    expect(status).toBe(1);
  });
});

describe('a client that is replayed', () => {
  const id = 'huawei-mpc/deleteTranscodingTask/not-final/WAITING';

  it('is named by the id of its process, so that a debugger can be attached before it is asked for anything', async () => {
    const file = join(folder, 'session.txt');
    const told = writer(
      'session.mjs',
      `const [file, entry] = process.argv.splice(2, 2); appendFileSync(file, process.pid + ' '); await import(entry);`,
    );
    const command = `node ${told} ${file} ${process.cwd()}/.cache/build/conformance/mutants/main.js reference huawei-mpc`;
    const { status, stderr } = await shell(`echo | npx --no tombstone replay ${id} --wait -- ${command}`);
    const pid = readFileSync(file, 'utf8').trim();
    expect(stderr).toBe(
      `The client is process ${pid}. To attach a debugger: node inspect -p ${pid}.\n` +
        'It has not been asked for anything yet. Attach what you want to attach, then press Enter.\n',
    );
    expect(status).toBe(0);
  });

  it.each(['exec', 'observe'])('is named once it has been started, on the rung %s', async (rung) => {
    const file = join(folder, `${rung}.txt`);
    const told = writer(`${rung}.mjs`, `appendFileSync(process.argv[2], process.pid + ' '); process.exit(1);`);
    const { stderr } = await shell(
      `echo | npx --no tombstone replay ${id} --rung ${rung} --wait -- node ${told} ${file}`,
    );
    const pids = readFileSync(file, 'utf8').trim().split(' ');
    const [first, ...rest] = stderr.trim().split('\n');
    expect(first).toMatch(/^The client is started when you press Enter/);
    expect(rest).toEqual(
      pids.map((pid) => `The client is process ${pid}. To attach a debugger: node inspect -p ${pid}.`),
    );
  });

  function writer(name: string, code: string): string {
    writeFileSync(join(folder, name), `import { appendFileSync } from 'node:fs';\n${code}`);
    return join(folder, name);
  }
});

test.each([
  ['/usr/bin/python3.11', 'python3 -m pdb -p 7 (Python 3.14 and later), or gdb -p 7'],
  ['java', 'jdb -attach 127.0.0.1:5005, where it was started with -agentlib'],
  ['./a-client', 'gdb -p 7, lldb -p 7; dlv attach 7 for Go'],
])('how to attach to %s is said', (program, ways) => {
  expect(startedClientText([program, 'node'], 7)).toContain(`The client is process 7. To attach a debugger: ${ways}`);
});
