/** Runs clients with `tombstone run --allow`, and looks at what they get and what reaches the servers of this network. */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { startServers } from './servers.mjs';

const { NODE, TOMBSTONE_BIN, NO_IPV6 } = process.env;
const { folder, cert, fingerprint, connections } = await startServers();
const curl = (url, ...more) => ['curl', '-sS', '--max-time', '20', '--cacert', cert, ...more, url];
const node = (program, ...args) => [NODE, program, ...args];

// `reached` counts the connections that the servers had.
const checks = {
  'curl speaks with the server itself, whose certificate is the only one it trusts': {
    allow: ['public.example:8443'],
    command: curl('https://public.example:8443/'),
    expected: { status: 0, stdout: 'GET / public.example:8443\n', refused: [], reached: 1 },
  },
  'Node sees the certificate of the server': {
    allow: ['public.example:8443'],
    command: node('certificate.mjs', 'public.example', '8443'),
    expected: { status: 0, stdout: `${fingerprint}\n`, refused: [], reached: 1 },
  },
  'a million bytes pass a tunnel in both directions as they are': {
    allow: ['public.example:7007'],
    command: node('bytes.mjs', 'tunnel', 'public.example', '7007'),
    expected: { status: 0, stdout: 'the same\n', refused: [], reached: 1 },
  },
  'so they do where a Node program knows of no proxy': {
    allow: ['public.example:7007'],
    command: node('bytes.mjs', 'straight', 'public.example', '7007'),
    expected: { status: 0, stdout: 'the same\n', refused: [], reached: 1 },
  },
  'plain HTTP passes': {
    allow: ['public.example:8080'],
    command: curl('http://public.example:8080/a?b=c', '-X', 'DELETE'),
    expected: { status: 0, stdout: 'DELETE /a?b=c public.example:8080\n', refused: [], reached: 1 },
  },
  'HTTPS that a client leaves to the proxy passes to a server with a valid certificate': {
    allow: ['public.example:8443'],
    env: { NODE_EXTRA_CA_CERTS: cert },
    command: node('absolute.mjs', 'https://public.example:8443/a'),
    expected: { status: 0, stdout: '200 GET /a public.example:8443\n', refused: [], reached: 1 },
  },
  'and to no other': {
    allow: ['public.example:8443'],
    command: node('absolute.mjs', 'https://public.example:8443/a'),
    expected: { status: 1, stdout: '', refused: ['public.example:8443 unreachable'], reached: 1 },
  },
  'an address may be allowed as well as a name': {
    allow: ['192.31.196.1:8080'],
    command: curl('http://192.31.196.1:8080/'),
    expected: { status: 0, stdout: 'GET / 192.31.196.1:8080\n', refused: [], reached: 1 },
  },
  'of two addresses the one that answers is taken': {
    allow: ['half.example:8081'],
    command: curl('http://half.example:8081/', '--proxytunnel'),
    expected: { status: 0, stdout: 'GET / half.example:8081\n', refused: [], reached: 1 },
  },
  'an IPv6 address is public, too': {
    without: NO_IPV6,
    allow: ['six.example:8443', '[2001:4:112::1]:8443'],
    command: [
      'sh',
      '-c',
      `${curl('https://six.example:8443/').join(' ')} && ${curl("'https://[2001:4:112::1]:8443/'", '-k').join(' ')}`,
    ],
    expected: { status: 0, stdout: 'GET / six.example:8443\nGET / [2001:4:112::1]:8443\n', refused: [], reached: 2 },
  },
  'nothing passes that is not allowed': {
    allow: [],
    command: curl('https://public.example:8443/'),
    expected: { status: 56, stdout: '', refused: ['public.example:8443 unknown-host'], reached: 0 },
  },
  'another port of an allowed host does not pass': {
    allow: ['public.example:8443'],
    command: curl('https://public.example:8080/'),
    expected: { status: 56, stdout: '', refused: ['public.example:8080 unknown-host'], reached: 0 },
  },
  'another name of an allowed host does not pass': {
    allow: ['public.example:8443'],
    command: curl('https://other.example:8443/'),
    expected: { status: 56, stdout: '', refused: ['other.example:8443 unknown-host'], reached: 0 },
  },
  'the address of an allowed host does not pass': {
    allow: ['public.example:8443'],
    command: curl('https://192.31.196.1:8443/', '-k'),
    expected: { status: 56, stdout: '', refused: ['192.31.196.1:8443 unknown-host'], reached: 0 },
  },
  'a name of a private address does not pass': {
    allow: ['private.example:8443'],
    command: curl('https://private.example:8443/'),
    expected: { status: 56, stdout: '', refused: ['private.example:8443 private-address'], reached: 0 },
  },
  'a name of a public and a private address does not pass': {
    allow: ['both.example:8443'],
    command: curl('https://both.example:8443/'),
    expected: { status: 56, stdout: '', refused: ['both.example:8443 private-address'], reached: 0 },
  },
  'plain HTTP to a private address does not pass': {
    allow: ['private.example:8080'],
    command: curl('http://private.example:8080/', '-f'),
    expected: { status: 22, stdout: '', refused: ['private.example:8080 private-address'], reached: 0 },
  },
  'a Node program that knows of no proxy does not pass to a private address': {
    allow: ['private.example:7007'],
    command: node('bytes.mjs', 'straight', 'private.example', '7007'),
    expected: { status: 1, stdout: '', refused: ['private.example:7007 private-address'], reached: 0 },
  },
  'an allowed host that does not answer is named': {
    allow: ['public.example:9'],
    command: curl('https://public.example:9/'),
    expected: { status: 56, stdout: '', refused: ['public.example:9 unreachable'], reached: 0 },
  },
};

let failed = 0;
let count = 0;
for (const [title, { without, allow, env, command, expected }] of Object.entries(checks)) {
  if (without) {
    console.log(`left out, there is no IPv6 here: ${title}`);
    continue;
  }
  const { stderr, ...seen } = await run(allow, command, env);
  const holds = isDeepStrictEqual(seen, expected);
  count += 1;
  if (!holds) failed += 1;
  console.log(`${holds ? 'ok' : 'not ok'} - ${title}`);
  if (!holds)
    console.log(
      `  expected ${JSON.stringify(expected)}\n  seen ${JSON.stringify(seen)}\n${stderr.replaceAll(/^/gm, '  ')}`,
    );
}
console.log(`1..${count}`);
rmSync(folder, { recursive: true });
process.exit(failed === 0 ? 0 : 1);

/** Not `spawnSync`: the servers of this process have to answer. */
async function run(allow, command, env = {}) {
  const before = connections.length;
  const report = join(folder, 'report.json');
  const options = ['--report', report, ...allow.flatMap((each) => ['--allow', each])];
  const child = spawn(NODE, [TOMBSTONE_BIN, 'run', 'twelvelabs', ...options, '--', ...command], {
    env: { ...process.env, ...env },
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) child[name].on('data', (chunk) => (said[name] += chunk));
  const status = await new Promise((resolve) => child.on('close', resolve));
  const { refusals } = JSON.parse(readFileSync(report, 'utf8'));
  const refused = refusals.map(({ authority, reason }) => `${authority} ${reason}`);
  return { status, stdout: said.stdout, refused, reached: connections.length - before, stderr: said.stderr };
}
