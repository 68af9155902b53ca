import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serving, shell, tombstone } from './support/tombstone.js';

const withoutPort = (text: string) => text.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT');
const withoutTime = (line: string) => withoutPort(line).replace(/^\d\d:\d\d:\d\d\.\d{3}/, 'HH:MM:SS.mmm');
const taskUrl = (url: string) => `${url}/v1.3/tasks/6298d673f1090f1100476d4c`;

test('it says who is served where, with which credentials, and what to try', async () => {
  await using server = await serving();
  await server.line(/Ctrl-C/);
  const screen = withoutPort(server.lines.join('\n')).replace(/\d+\.\d+\.\d+(?= listens)/, 'VERSION');
  expect(screen).toMatchInlineSnapshot(`
    "tombstone VERSION listens on http://127.0.0.1:PORT (pace real, auth verify)

    provider          base URL                       credentials
    huawei-modelarts  http://127.0.0.1:PORT         signed with TOMBSTONEAK, secret TOMBSTONESK, or X-Auth-Token: tombstone-token; project 0a1b2c3d4e5f60718293a4b5c6d7e8f9
    huawei-mpc        http://127.0.0.1:PORT         signed with TOMBSTONEAK, secret TOMBSTONESK, or X-Auth-Token: tombstone-token; project 0a1b2c3d4e5f60718293a4b5c6d7e8f9
    naver-nclue       http://127.0.0.1:PORT/api/v1  signed with TOMBSTONEAK, secret TOMBSTONESK
    twelvelabs        http://127.0.0.1:PORT/v1.3    x-api-key: tlk_tombstone

    Try it:
      curl -i -X DELETE -H 'x-api-key: tlk_tombstone' http://127.0.0.1:PORT/v1.3/tasks/6298d673f1090f1100476d4c
      npx --no tombstone request huawei-mpc/deleteTranscodingTask task_id=100211 --target http://127.0.0.1:PORT

    Control: http://127.0.0.1:PORT/_tombstone/. Ctrl-C stops.
    "
  `);
});

test('every line it offers works at once', async () => {
  await using server = await serving();
  await server.line(/Ctrl-C/);
  const offered = server.lines.filter((line) => line.startsWith('  ')).map((line) => line.trim());
  expect(offered).toHaveLength(2);
  for (const line of offered) expect((await shell(line)).stdout).toMatch(/\b204 No Content/);
});

test('each exchange is one line: time, request, status and rule', async () => {
  await using server = await serving('twelvelabs');
  const ask = () => fetch(taskUrl(server.url), { method: 'DELETE', headers: { 'x-api-key': 'tlk_tombstone' } });
  await ask();
  await ask();
  expect([withoutTime(await server.line(/^\d\d:.*DELETE/)), withoutTime(await server.line(/^\d\d:.*DELETE/))]).toEqual([
    'HH:MM:SS.mmm DELETE /v1.3/tasks/6298d673f1090f1100476d4c 204 twelvelabs/deleteTask/deleted',
    'HH:MM:SS.mmm DELETE /v1.3/tasks/6298d673f1090f1100476d4c 404 twelvelabs/deleteTask/absent@not-found',
  ]);
});

test('a signature that does not match is explained by the canonical request, indented, and no credential is shown', async () => {
  await using server = await serving('huawei-mpc');
  const address = 'huawei-mpc/deleteTranscodingTask';
  await tombstone('request', address, 'task_id=100211', '--credentials', 'TOMBSTONEAK:wrong', '--target', server.url);
  expect(withoutTime(await server.line(/^\d\d:.*DELETE/))).toMatch(
    / 401 huawei-mpc\/deleteTranscodingTask\/credential$/,
  );
  await server.line(/^ {4}DELETE$/);
  await server.line(/^ {4}\/v1\/0a1b2c3d4e5f60718293a4b5c6d7e8f9\/transcodings\/task\/$/);
  await server.line(/^ {4}task_id=100211$/);
  expect(server.lines.filter((line) => /Signature=|secret is (?!another)/.test(line))).toEqual([]);
});

test('a route that no provider has is told with the nearest operations', async () => {
  await using server = await serving('twelvelabs');
  await fetch(`${server.url}/v1.3/task/1`, { method: 'DELETE' });
  expect(withoutTime(await server.line(/^\d\d:.*DELETE/))).toMatch(/ 404 twelvelabs\/no-route$/);
  expect(await server.line(/Nearest/)).toContain('DELETE /v1.3/tasks/{task_id} (twelvelabs/deleteTask)');
});

test('--json prints one object per line', async () => {
  const server = await serving('twelvelabs', '--json', '--pace', 'manual', '--auth', 'any');
  await fetch(taskUrl(server.url), { method: 'DELETE', headers: { 'x-api-key': 'another' } });
  await server.line(/"exchange"/);
  server.signal('SIGTERM');
  expect((await server.ended).status).toBe(0);
  const [listening, exchange, stopped, ...more] = server.lines.map((line) => JSON.parse(line));
  expect(listening).toEqual({
    event: 'listening',
    format: 1,
    version: expect.any(String),
    url: server.url,
    control: `${server.url}/_tombstone`,
    pace: 'manual',
    auth: 'any',
    providers: [
      {
        id: 'twelvelabs',
        title: 'TwelveLabs API',
        baseUrl: `${server.url}/v1.3`,
        credentials: { ApiKeyAuth: { header: 'x-api-key', value: 'tlk_tombstone' } },
      },
    ],
  });
  expect(exchange).toMatchObject({ event: 'exchange', seq: 1, rule: 'twelvelabs/deleteTask/deleted' });
  expect(exchange.request.headers['x-api-key']).toBe('[redacted]');
  expect([stopped, ...more]).toEqual([{ event: 'stopped' }]);
});

test('--quiet prints no exchanges; with --json only that it listens', async () => {
  await using server = await serving('twelvelabs', '--json', '--quiet');
  await fetch(taskUrl(server.url));
  server.signal('SIGINT');
  expect((await server.ended).status).toBe(0);
  expect(server.lines).toHaveLength(1);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s stops it with status 0', async (signal) => {
  await using server = await serving('huawei-mpc');
  await server.line(/Ctrl-C/);
  server.signal(signal);
  expect(await server.ended).toMatchObject({ status: 0, stderr: '' });
  expect(server.lines.at(-1)).toBe('Stopped.');
});

test('a second signal does not wait for requests on their way', async () => {
  await using server = await serving('twelvelabs');
  await server.line(/Ctrl-C/);
  const { hostname, port } = new URL(server.url);
  const unfinished = connect(Number(port), hostname);
  unfinished.on('error', () => {});
  unfinished.write('POST /v1.3/tasks HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n');
  await fetch(server.url);
  server.signal('SIGTERM');
  const isOpen = () =>
    fetch(server.url).then(
      () => true,
      () => false,
    );
  await expect.poll(isOpen, { interval: 5 }).toBe(false);
  server.signal('SIGTERM');
  expect((await server.ended).status).toBe(null);
  unfinished.destroy();
});

test('a port in use is told, with status 2', async () => {
  const taken = createServer();
  const port = await new Promise<number>((resolve) =>
    taken.listen(0, '127.0.0.1', () => resolve((taken.address() as AddressInfo).port)),
  );
  const { status, stderr } = await tombstone('serve', 'twelvelabs', '--port', String(port));
  taken.close();
  expect(status).toBe(2);
  expect(stderr).toBe(
    `tombstone: Port ${port} of 127.0.0.1 is already in use. Stop the program that listens there, or choose another port; 0 takes a free one. [port-in-use]\n`,
  );
});

test('a host others can reach needs a token', async () => {
  const { status, stderr } = await tombstone('serve', 'twelvelabs', '--port', '0', '--host', '0.0.0.0');
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr:
      'tombstone: Others can reach 0.0.0.0, and the control interface with it. Give a token, or listen on 127.0.0.1. [token-required]\n',
  });
});

test('a contract folder is served by its path', async () => {
  await using server = await serving('./test/fixtures/contracts/parcels');
  const url = `${server.url}/v2/parcels/7d1e4c3a-0000-4000-8000-000000000001`;
  expect((await fetch(url, { headers: { 'x-parcel-key': 'parcel-key' } })).status).toBe(200);
});

test('of a contract folder it says how to check the rest, of bundled providers it need not', async () => {
  const path = './test/fixtures/contracts/parcels';
  await using server = await serving('twelvelabs', path);
  await server.line(
    /^Not checked in every detail: `tombstone lint \.\/test\/fixtures\/contracts\/parcels` does that\.$/,
  );
  await using json = await serving('twelvelabs', path, '--json');
  expect(JSON.parse(json.lines[0] ?? '')).toMatchObject({ event: 'listening', notLinted: [path] });
});

test('--fixtures replaces the records of the providers it names', async () => {
  const file = writeFixtures(
    'f.yaml',
    'twelvelabs:\n  index:\n    - { _id: 1de0000000000000000000aa, index_name: mine }\n',
  );
  await using server = await serving('--fixtures', file);
  const state = await (await fetch(`${server.url}/_tombstone/state`)).json();
  expect(state.providers.twelvelabs.records.index).toMatchObject([
    { _id: '1de0000000000000000000aa', index_name: 'mine' },
  ]);
  expect(state.providers['huawei-mpc'].records.transcodingTask.length).toBeGreaterThan(1);
});

test.each([
  [
    'huawei-mpc:\n  nope: []\nhuawei-mcp: {}\n',
    [
      '2:3: There is no resource "nope"; declared are transcodingTask. [bad-fixture]',
      '3:1: No provider "huawei-mcp" is served; these are: huawei-mpc. Did you mean "huawei-mpc"? [bad-fixture]',
    ],
  ],
  ['{"huawei-mpc": {"transcodingTask": [,]}}', ['1:37: This is not valid YAML: ']],
  ['[]', ['1:1: Expected a map from provider to its resources. [bad-fixture]']],
  [
    'huawei-mpc: { transcodingTask: [ { status: FAILED } ] }',
    ['1:34: This record has no task_id, the key of transcodingTask. [bad-fixture]'],
  ],
])('fixtures %j are refused at their lines', async (text, complaints) => {
  const file = writeFixtures('bad.yaml', text);
  const { status, stderr } = await tombstone('serve', 'huawei-mpc', '--port', '0', '--fixtures', file);
  expect(status).toBe(2);
  for (const complaint of complaints) expect(stderr).toContain(`  ${file}:${complaint}`);
});

test('a fixtures file that is not there is named', async () => {
  const { status, stderr } = await tombstone('serve', 'huawei-mpc', '--port', '0', '--fixtures', 'nowhere.yaml');
  expect(status).toBe(2);
  expect(stderr).toMatch(/^tombstone: nowhere\.yaml cannot be read \(ENOENT/);
});

function writeFixtures(name: string, text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'fixtures-')), name);
  writeFileSync(file, text);
  return file;
}
