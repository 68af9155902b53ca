import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Serving, serving } from '../cli/support/tombstone.js';
import { parcel } from '../server/support/parcels.js';
import { type ContractFolder, parcelsFolder } from './support/parcelsFolder.js';

const main = fileURLToPath(new URL('../../../dist/src/cli/main.js', import.meta.url));
const headers = { 'x-parcel-key': 'parcel-key' };

async function statusOf(server: Serving, method: string, key: string): Promise<number> {
  return (await fetch(`${server.url}/v2/parcels/${key}`, { method, headers })).status;
}

async function control(server: Serving, path: string, body?: unknown, method = body ? 'POST' : 'GET') {
  const json = { 'content-type': 'application/json' };
  const answer = await fetch(`${server.url}/_tombstone/${path}`, {
    method,
    ...(body !== undefined && { headers: json, body: JSON.stringify(body) }),
  });
  return answer.status === 204 ? undefined : answer.json();
}

const watching = (folder: ContractFolder, ...args: string[]) => serving(folder.path, '--watch', ...args);
const withoutTime = (line: string) => line.replace(/^\d\d:\d\d:\d\d\.\d{3} /, '');

/** The lines after one, as many as are indented below it. */
async function below(server: Serving, line: string): Promise<readonly string[]> {
  const rest = server.lines.slice(server.lines.lastIndexOf(line) + 1);
  const end = rest.findIndex((one) => !one.startsWith('    '));
  return (end === -1 ? rest : rest.slice(0, end)).map((one) => one.trim());
}

test('an edited rule answers otherwise without a restart; records, journal and port stay', async () => {
  using folder = parcelsFolder();
  await using server = await watching(folder);
  await server.line(/^Watching .*parcels: /);
  expect(await statusOf(server, 'DELETE', parcel.done)).toBe(204);
  expect(await statusOf(server, 'DELETE', parcel.moving)).toBe(409);

  folder.edit('lifecycle.yaml', /.*\{ id: busy, when.*\n/, '');
  folder.edit(
    'lifecycle.yaml',
    'when: { state: [waiting, done, lost] }',
    'when: { state: [waiting, moving, done, lost] }',
  );
  const line = await server.line(/contract replaced/);
  expect(withoutTime(line)).toBe('parcels: contract replaced; 5 records kept');
  expect(await below(server, line)).toEqual([
    'rules: 1 removed (parcels/deleteParcel/busy), 1 changed (parcels/deleteParcel/deleted)',
  ]);
  expect(await statusOf(server, 'DELETE', parcel.moving)).toBe(204);
  expect(await statusOf(server, 'GET', parcel.done)).toBe(404);
  expect(await statusOf(server, 'GET', parcel.waiting)).toBe(200);
  expect((await control(server, 'journal')).exchanges).toHaveLength(5);
});

test('an error is printed at its line and the old rules stay, until it is mended', async () => {
  using folder = parcelsFolder();
  await using server = await watching(folder);
  const good = folder.text('lifecycle.yaml');
  const line = good.slice(0, good.indexOf('- { id: busy,')).split('\n').length;
  folder.edit('lifecycle.yaml', 'id: busy, when:', 'id: busy, whn:');
  expect(await server.line(/lifecycle-shape/)).toMatch(
    new RegExp(`parcels/lifecycle\\.yaml:${line}:\\d+: error Unknown key "whn".* Did you mean "when"\\?`),
  );
  expect(withoutTime(await server.line(/stays/))).toBe('parcels: 1 error. The contract in force stays.');
  expect(await statusOf(server, 'DELETE', parcel.moving)).toBe(409);

  folder.write(
    'lifecycle.yaml',
    good.replace('reply: 409 busy, basis: documented', 'reply: 409 badKey, basis: inferred'),
  );
  await server.line(/contract replaced/);
  folder.write('lifecycle.yaml', good);
  expect(await below(server, await server.line(/contract replaced/))).toEqual([
    'rules: 1 changed (parcels/deleteParcel/busy)',
  ]);
});

test('what a change means for records, switches, faults and fixtures is named', async () => {
  using folder = parcelsFolder();
  await using server = await watching(folder);
  await control(server, 'switches/parcels', { lostParcels: 'delete' }, 'PUT');
  await control(server, 'faults', { operation: 'parcels/reportLost', fault: { status: 503 } });
  withoutLost(folder);
  const line = await server.line(/contract replaced/);
  expect(withoutTime(line)).toBe('parcels: contract replaced; 5 records kept, 1 dropped');
  expect(await below(server, line)).toEqual([
    'rules: 4 removed (parcels/deleteParcel/kept, parcels/reportLost/absent, parcels/reportLost/reported, parcels/reportLost/too-late), 1 changed (parcels/deleteParcel/deleted)',
    'operations: 1 removed (reportLost)',
    'resources: 1 changed (parcel)',
    'other parts changed: components/schemas, x-lifecycle/switches',
    `dropped 1 × parcel, whose state "lost" is gone: ${parcel.lost}`,
    'switch lostParcels is gone; it was delete',
    'dropped fault-1: there is no parcels/reportLost any more',
    'fixtures changed: POST /_tombstone/reset starts with the new ones',
  ]);
  expect(await statusOf(server, 'GET', parcel.lost)).toBe(404);
  expect(await statusOf(server, 'GET', parcel.done)).toBe(200);
});

test('changed fixtures leave the records alone until they are asked for', async () => {
  using folder = parcelsFolder();
  await using server = await watching(folder);
  folder.edit('fixtures.yaml', /.*status: done.*\n/, '', 'replacing');
  await server.line(/fixtures changed: POST \/_tombstone\/reset starts with the new ones/);
  expect(await statusOf(server, 'GET', parcel.done)).toBe(200);
  await control(server, 'reset', {});
  expect(await statusOf(server, 'GET', parcel.done)).toBe(404);
});

test('a version whose routes collide with those of another contract is not taken', async () => {
  using folder = parcelsFolder();
  using letters = parcelsFolder('letters');
  letters.edit('openapi.yaml', 'parcels.example/v2', 'parcels.example/v3');
  await using server = await watching(folder, letters.path);
  letters.edit('openapi.yaml', 'parcels.example/v3', 'parcels.example/v2');
  expect(withoutTime(await server.line(/stays/))).toMatch(
    /^letters: parcels and letters both have POST \/v2\/depots.*\[route-collision\]\. The contract in force stays\.$/,
  );
  expect(await statusOf(server, 'DELETE', parcel.moving)).toBe(409);
  expect((await fetch(`${server.url}/v3/parcels`, { headers })).status).toBe(200);
});

test('--json prints one event for each', async () => {
  using folder = parcelsFolder();
  await using server = await watching(folder, '--json');
  const good = folder.text('lifecycle.yaml');
  folder.edit('lifecycle.yaml', 'id: busy, when:', 'id: busy, whn:');
  expect(JSON.parse(await server.line(/contract-/))).toMatchObject({
    event: 'contract-refused',
    provider: 'parcels',
    errors: [{ code: 'lifecycle-shape', severity: 'error', place: { column: expect.any(Number) } }],
  });
  folder.write('lifecycle.yaml', good.replace('id: busy,', 'id: occupied,'));
  expect(JSON.parse(await server.line(/contract-/))).toMatchObject({
    event: 'contract-replaced',
    provider: 'parcels',
    rules: {
      added: ['parcels/deleteParcel/occupied'],
      removed: ['parcels/deleteParcel/busy'],
      changed: [],
      reordered: [],
    },
    records: { kept: 6, dropped: [] },
    newFixtures: false,
  });
  server.signal('SIGTERM');
  expect((await server.ended).status).toBe(0);
  expect(server.lines.map((line) => JSON.parse(line).event)).toEqual([
    'listening',
    'contract-refused',
    'contract-replaced',
    'stopped',
  ]);
});

test('--quiet prints errors, to standard error, and nothing of what is taken over', async () => {
  using folder = parcelsFolder();
  const port = await freePort();
  const args = [main, 'serve', folder.path, '--watch', '--quiet', '--port', String(port)];
  const child = spawn(process.execPath, args);
  const printed = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    printed.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    printed.err += chunk;
  });
  const ended = once(child, 'close');
  const rule = async () => {
    const target = `http://127.0.0.1:${port}/v2/parcels/${parcel.moving}`;
    const answer = await fetch(target, { method: 'DELETE', headers }).catch(() => undefined);
    return answer?.headers.get('x-tombstone-rule');
  };
  await expect.poll(rule, { timeout: 20_000 }).toBe('parcels/deleteParcel/busy');
  folder.edit('lifecycle.yaml', 'id: busy, when:', 'id: busy, whn:');
  await expect.poll(() => printed.err, { timeout: 20_000 }).toMatch(/stays/);
  folder.edit('lifecycle.yaml', 'id: busy, whn:', 'id: taken, when:');
  await expect.poll(rule, { timeout: 20_000 }).toBe('parcels/deleteParcel/taken');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(printed).toEqual({
    out: '',
    err: expect.stringMatching(/^[^\n]*: error Unknown key "whn"[^\n]*\n[^\n]*stays\.\n$/),
  });
});

test('files that say the same in other words are told so', async () => {
  using folder = parcelsFolder();
  await using server = await watching(folder);
  folder.write('lifecycle.yaml', `# Ours\n${folder.text('lifecycle.yaml')}`);
  const line = await server.line(/kept/);
  expect(withoutTime(line)).toBe('parcels: contract read again; it says the same as before; 6 records kept');
  expect(await below(server, line)).toEqual([]);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it, also right after a change', async (signal) => {
  using folder = parcelsFolder();
  await using server = await watching(folder);
  folder.edit('lifecycle.yaml', 'id: busy,', 'id: occupied,');
  await server.line(/contract replaced/);
  folder.edit('lifecycle.yaml', 'id: occupied,', 'id: taken,');
  server.signal(signal);
  expect(await server.ended).toMatchObject({ status: 0, stderr: '' });
  expect(server.lines.at(-1)).toBe('Stopped.');
});

test('a bundled provider is watched where the package has its files', async () => {
  await using server = await serving('huawei-mpc', '--watch');
  expect(await server.line(/^Watching/)).toBe('Watching specs/huawei-mpc: a changed contract is taken over.');
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Takes the state `lost` out of contract and fixtures, and the operation that leads to it with it. */
function withoutLost(folder: ContractFolder): void {
  folder.edit('fixtures.yaml', /.*status: lost.*\n/, '');
  folder.edit('openapi.yaml', / {2}\/parcels\/\{id\}\/report-lost:\n(?: {4}.*\n)+/, '');
  folder.edit('openapi.yaml', 'enum: [waiting, moving, done, lost]', 'enum: [waiting, moving, done]');
  const text = folder
    .text('lifecycle.yaml')
    .replace('values: [waiting, moving, done, lost]', 'values: [waiting, moving, done]')
    .replace(/.*\{ id: kept, when.*\n/, '')
    .replace('when: { state: [waiting, done, lost] }', 'when: { state: [waiting, done] }')
    .replace(/ {10}reportLost:\n(?: {12}.*\n)+/, '')
    .replace(/ {10}lostParcels:\n(?: {12}.*\n)+/, '');
  folder.write('lifecycle.yaml', text);
}
