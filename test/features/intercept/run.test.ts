import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { authorityFolders, program, start, tombstone } from './support/running.js';

const task = 'https://api.twelvelabs.io/v1.3/tasks/6298d673f1090f1100476d4c';
const deleteTask = `await fetch('${task}', { method: 'DELETE', headers: { 'x-api-key': 'any' } })`;

describe('tombstone run', () => {
  it('lets a program with the real address in it reach the mock, and reports what it did', async () => {
    const { status, stdout, stderr, report } = await tombstone([
      'run',
      'twelvelabs',
      '--',
      ...program(`const answer = ${deleteTask}; console.log(answer.status);`),
    ]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '204\n' });
    expect(report?.operations).toMatchObject([
      { operation: 'twelvelabs/deleteTask', method: 'DELETE', path: '/v1.3/tasks/{task_id}', statuses: { 204: 1 } },
    ]);
    expect(report?.operations[0]?.met).toEqual(['twelvelabs/deleteTask/deleted']);
    expect(report?.operations[0]?.neverMet).toContain('twelvelabs/deleteTask/absent@not-found');
    expect(report?.violations).toEqual([]);
    expect(stderr).toContain('met deleted; never met absent@not-found');
  });

  it('tells what the program got wrong, and with --strict exits with 1 for it', async () => {
    const wrong = program(`await fetch('https://api.twelvelabs.io/v1.3/task/1', { method: 'DELETE' });
      await fetch('${task}', { method: 'DELETE' });
      await fetch('${task}', { method: 'DELETE', headers: { 'x-api-key': 'any' }, body: 'x' });`);
    const lenient = await tombstone(['run', 'twelvelabs', '--', ...wrong]);
    expect(lenient.status).toBe(0);
    expect(lenient.report?.violations.map(({ kind, status }) => [kind, status])).toEqual([
      ['no-operation', 404],
      ['refused', 401],
      ['body-where-none-belongs', 204],
    ]);
    const strict = await tombstone(['run', 'twelvelabs', '--strict', '--', ...wrong]);
    expect(strict.status).toBe(1);
  });

  it('names a crash after an answer without content, which parsing nothing as JSON leaves', async () => {
    const { status, report } = await tombstone([
      'run',
      'twelvelabs',
      '--',
      ...program(`await (${deleteTask}).json();`),
    ]);
    expect(status).toBe(1);
    expect(report?.violations.map(({ kind }) => kind)).toEqual(['crash-after-no-content']);
  });

  it('names the records that are left behind', async () => {
    const { report } = await tombstone([
      'run',
      'twelvelabs',
      '--',
      ...program(`await fetch('https://api.twelvelabs.io/v1.3/indexes', {
        method: 'POST',
        headers: { 'x-api-key': 'any', 'content-type': 'application/json' },
        body: JSON.stringify({ index_name: 'left', models: [{ model_name: 'marengo2.7', model_options: ['visual'] }] }),
      });`),
    ]);
    expect(report?.leftBehind).toMatchObject([{ provider: 'twelvelabs', resource: 'index' }]);
  });

  it('refuses a host that no contract names, tells the program what to do, and names it in the report', async () => {
    const { stdout, stderr, report } = await tombstone([
      'run',
      'twelvelabs',
      '--',
      ...program(`await fetch('https://example.com/').catch((error) => console.log(error.cause.message));`),
    ]);
    const message = 'example.com:443 was refused: no contract names it';
    expect(stdout).toContain(message);
    expect(stdout).toContain('--allow example.com:443');
    expect(stderr).toContain(`tombstone: ${message}`);
    expect(report?.refusals.map(({ authority, reason }) => [authority, reason])).toEqual([
      ['example.com:443', 'unknown-host'],
    ]);
  });

  it('lets nothing through to a private address, though it is allowed', async () => {
    const { report } = await tombstone(['run', '--allow', '10.0.0.1:443', '--', 'curl', '-s', 'https://10.0.0.1/']);
    expect(report?.refusals.map(({ reason }) => reason)).toEqual(['private-address']);
  });

  it('leaves local services reachable, and the control interface where it is', async () => {
    const { status, stdout } = await tombstone([
      'run',
      'twelvelabs',
      '--',
      ...program(`import { createServer } from 'node:http';
        const server = createServer((_, response) => response.end('mine')).listen(0, '127.0.0.1', async () => {
          console.log(await (await fetch('http://127.0.0.1:' + server.address().port)).text());
          console.log((await fetch(process.env.TOMBSTONE_URL + '/_tombstone/health')).status);
          console.log((await fetch('https://api.twelvelabs.io/_tombstone/health')).status);
          console.log(process.env.TWELVELABS_BASE_URL === process.env.TOMBSTONE_URL + '/v1.3');
          server.close();
          server.closeAllConnections();
        });`),
    ]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'mine\n200\n403\ntrue\n' });
  });

  it("ends with the command's own status, or the signal's, and never calls a killed command a success", async () => {
    const ended = async (...command: string[]) => (await tombstone(['run', 'twelvelabs', '--', ...command])).status;
    expect(await ended('sh', '-c', 'exit 7')).toBe(7);
    expect(await ended('sh', '-c', 'kill -9 $$')).toBe(137);
  });

  it('says what to do where there is no command, or none of that name, or one that may not be run', async () => {
    const missing = await tombstone(['run', 'twelvelabs', '--', 'no-such-program-here']);
    expect(missing.status).toBe(127);
    expect(missing.stderr).toContain('no-such-program-here cannot be started: there is no such program');
    expect((await tombstone(['run', 'twelvelabs', '--', '/etc/passwd'])).status).toBe(126);
    const none = await tombstone(['run', 'twelvelabs']);
    expect(none.status).toBe(2);
    expect(none.stderr).toContain('Write it behind --');
  });

  it('says so where the port is in use, and starts nothing', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { status, stdout, stderr } = await tombstone(['run', '--port', String(port), '--', 'echo', 'started']);
    taken.close();
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`Port ${port} of 127.0.0.1 is already in use`);
  });

  it('says so where the port for TLS is in use, and leaves none of its own open', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { status, stderr } = await tombstone(['run', '--tls-port', String(port), '--', 'echo', 'started']);
    taken.close();
    expect(status).toBe(2);
    expect(stderr).toContain(`Port ${port} of 127.0.0.1 is already in use`);
  });

  it('takes TLS where a program that knows of no proxy is led to by the name', async () => {
    const free = createServer();
    await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
    const address = free.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await new Promise((resolve) => free.close(resolve));
    const host = 'api.twelvelabs.io';
    const { status, stdout } = await tombstone([
      ...['run', 'twelvelabs', '--tls-port', String(port), '--'],
      ...['curl', '-s', '--noproxy', '*', '--resolve', `${host}:${port}:127.0.0.1`, '-H', 'x-api-key: k'],
      ...['-o', '/dev/null', '-w', '%{http_code}', `https://${host}:${port}/v1.3/tasks/6298d673f1090f1100476d4c`],
    ]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '200' });
  });

  it('takes the place of the proxies of the user, and says which', async () => {
    const { status, stdout, stderr } = await tombstone(
      ['run', 'twelvelabs', '--', 'curl', '-s', '-o', '/dev/null', '-w', '%{http_code}', '-H', 'x-api-key: k', task],
      { HTTPS_PROXY: 'http://user:secret@127.0.0.1:9', no_proxy: '*' },
    );
    expect({ status, stdout }).toEqual({ status: 0, stdout: '200' });
    expect(stderr).toContain('HTTPS_PROXY, no_proxy of yours do not count for this command');
    expect(stderr).not.toContain('secret');
  });

  it('keeps the two worlds apart of two runs side by side', async () => {
    const both = await Promise.all(
      [1, 2].map(() => tombstone(['run', 'twelvelabs', '--', ...program(`console.log((${deleteTask}).status);`)])),
    );
    expect(both.map(({ stdout }) => stdout)).toEqual(['204\n', '204\n']);
  });

  it('kills a command that goes on after SIGTERM, with everything it started, and leaves nothing', async () => {
    const running = start([
      'run',
      'twelvelabs',
      '--',
      'sh',
      '-c',
      'trap "" TERM; sleep 60 & echo "pid $!"; wait; sleep 60',
    ]);
    const pid = /pid (\d+)/.exec(await running.printed(/pid \d+/))?.[1];
    expect(authorityFolders(running.child.pid)).toHaveLength(1);
    running.child.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 300));
    running.child.kill('SIGTERM');
    const { status, stderr } = await running.ended;
    expect(status).toBe(137);
    expect(stderr).toContain('goes on after SIGTERM; it is killed');
    expect(authorityFolders(running.child.pid)).toEqual([]);
    expect(isAlive(pid)).toBe(false);
  });

  it('passes a signal on, and is no success when the command takes it for its end', async () => {
    const running = start([
      'run',
      'twelvelabs',
      '--',
      ...program(`process.on('SIGINT', () => process.exit(0));
      setInterval(() => {}, 1000); console.log('up');`),
    ]);
    await running.printed(/up/);
    running.child.kill('SIGINT');
    expect((await running.ended).status).toBe(130);
  });

  it('takes away what a run that was killed left behind', async () => {
    const killed = start(['run', 'twelvelabs', '--', 'sh', '-c', 'echo up; exec sleep 2']);
    await killed.printed(/up/);
    killed.child.kill('SIGKILL');
    expect(authorityFolders(killed.child.pid)).toHaveLength(1);
    await killed.ended;
    await tombstone(['run', 'twelvelabs', '--', 'true']);
    expect(authorityFolders(killed.child.pid)).toEqual([]);
  });

  it('shows the variables with --print-env, and `env` prints them for a shell and keeps the mocks up', async () => {
    const { stderr } = await tombstone(['run', 'twelvelabs', '--print-env', '--', 'true']);
    expect(stderr).toMatch(/^export HTTPS_PROXY=http:\/\/127\.0\.0\.1:\d+$/m);

    const running = start(['env', 'twelvelabs']);
    const lines = await running.printed(/TOMBSTONE_URL=\S+\n/);
    const { stdout } = await new Promise<{ stdout: string }>((resolve, reject) => {
      void import('node:child_process').then(({ execFile }) =>
        execFile(
          'sh',
          ['-c', `${lines}\ncurl -s -o /dev/null -w '%{http_code}' -H 'x-api-key: k' ${task}`],
          (error, out) => (error ? reject(error) : resolve({ stdout: out })),
        ),
      );
    });
    expect(stdout).toBe('200');
    running.child.kill('SIGTERM');
    expect((await running.ended).status).toBe(0);
    expect(authorityFolders(running.child.pid)).toEqual([]);
  });
});

/** One that ended and that nobody asked for is no process any more. */
function isAlive(pid: string | undefined): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
