import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { startServer } from '../../../src/server/startServer.js';
import { tombstone, tombstoneWith } from '../cli/support/tombstone.js';

const elsewhere = 'http://mpc.staging.example';

test.each([
  [['verify'], 'Verify takes one provider: `tombstone verify <provider> --target URL`. [bad-usage]'],
  [
    ['verify', 'huawei-mpc'],
    'Which server? Name it with --target, such as --target http://127.0.0.1:4010. [bad-usage]',
  ],
  [
    ['verify', 'huawei-mpc', '--target', 'http://127.0.0.1:1', '--wait', 'long'],
    '--wait is "long"; a duration such as 60s is expected. [bad-usage]',
  ],
  [
    ['verify', 'huawei-mpc', '--target', 'http://127.0.0.1:1', '--concurrency', '0'],
    '--concurrency is "0"; 1 is the least. [bad-usage]',
  ],
  [
    ['verify', 'huawei-mpc', '--target', 'https://mpc.eu-west-101.myhuaweicloud.com', '--yes'],
    'mpc.eu-west-101.myhuaweicloud.com is the real service; `verify` makes and deletes records, and asks mocks and staging systems. Name the URL of one with --target. [real-service]',
  ],
  [
    ['verify', 'huawei-mpc', '--target', elsewhere, '--yes'],
    'The target needs credentials of yours, in environment variables: TOMBSTONE_VERIFY_AK_SK_KEY and TOMBSTONE_VERIFY_AK_SK_SECRET (AkSk), or TOMBSTONE_VERIFY_TOKEN (Token), and TOMBSTONE_VERIFY_PROJECT. None of them is set. [no-credentials]',
  ],
])('%j is refused with one message', async (args, message) => {
  expect(await tombstone(...args)).toEqual({ status: 2, stdout: '', stderr: `tombstone: ${message}\n` });
});

test('a server elsewhere is told what would be made there, and is sent nothing without --yes', async () => {
  const { status, stdout, stderr } = await tombstoneWith(
    { TOMBSTONE_VERIFY_TOKEN: 'mine', TOMBSTONE_VERIFY_PROJECT: 'p1' },
    'verify',
    'huawei-mpc',
    '--target',
    elsewhere,
    '--select',
    'huawei-mpc/deleteTranscodingTask',
  );
  expect(stdout).toMatch(
    /^huawei-mpc at http:\/\/mpc\.staging\.example: \d+ situations\. At most \d+ transcoding tasks are made there, and deleted again\.\n$/,
  );
  expect(stderr).toBe(
    `tombstone: ${elsewhere} is not on this machine, and nothing was sent to it. Say --yes to do that there. [not-confirmed]\n`,
  );
  expect(status).toBe(2);
});

test('where nothing answers the status is 3', async () => {
  const { status, stderr } = await tombstone('verify', 'twelvelabs', '--target', 'http://127.0.0.1:1');
  expect(stderr).toContain('Nothing answers at http://127.0.0.1:1');
  expect(status).toBe(3);
});

test('a target that breaks off is given up, with status 3', async () => {
  const server = createServer((request) => request.socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { status, stdout } = await tombstone('verify', 'huawei-mpc', '--as-client', '--target', target);
  server.close();
  expect(stdout).toContain(`! ${target} stopped answering.`);
  expect(stdout).toContain('The target had stopped answering.');
  expect(stdout).toContain(`${target} broke, or was not there to the end.`);
  expect(status).toBe(3);
});

test('a pattern chooses cases; one that fits none is refused, and one of which nothing is documented judges nothing', async () => {
  const server = await startServer({ providers: ['huawei-mpc'], port: 0 });
  try {
    const verify = (select: string) => tombstone('verify', 'huawei-mpc', '--target', server.url, '--select', select);
    const one = await verify('huawei-mpc/deleteTranscodingTask/not-final/*');
    expect(one.stdout).toContain('3  as documented');
    expect(one.status).toBe(0);
    const none = await verify('huawei-mpc/nothing');
    expect(none.stderr).toContain('No case of huawei-mpc fits "huawei-mpc/nothing".');
    expect(none.status).toBe(2);
    const inferred = await verify('huawei-mpc/deleteTranscodingTask/absent@refuse');
    expect(inferred.stdout).toContain('Nothing was judged.');
    expect(inferred.status).toBe(2);
  } finally {
    await server.close();
  }
});

test('credentials of the environment sign the requests, and are in nothing that is printed', async () => {
  const seen = new Set<string>();
  const server = createServer((request, response) => {
    seen.add(request.headers['x-parcel-key']?.toString() ?? 'none');
    response.writeHead(500, { 'content-type': 'application/json' }).end('{"code":"internal","message":"no"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { stdout, stderr } = await tombstoneWith(
    { TOMBSTONE_VERIFY_API_KEY: 'my-very-own-secret' },
    'verify',
    './test/fixtures/contracts/parcels',
    '--target',
    target,
    '--base-path',
    '/other',
    '--json',
  );
  server.close();
  expect(seen).toContain('my-very-own-secret');
  expect(seen).toContain('none');
  expect(stdout).toContain('"target":"/other/parcels');
  expect(stdout + stderr).not.toContain('my-very-own-secret');
});
