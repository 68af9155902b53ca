/** Prism and the server beside it serve one document; only one of them keeps its rules. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const document = fileURLToPath(new URL('../../../specs/naver-nclue/openapi.yaml', import.meta.url));
const { NODE, PRISM, TOMBSTONE_BIN, TOMBSTONE_URL } = process.env;
let count = 0;

function check(holds, what, seen) {
  count += 1;
  console.log(`${holds ? 'ok' : 'not ok'} - ${what}`);
  if (!holds) console.log(seen);
}

async function verify(...args) {
  const child = spawn(NODE, [TOMBSTONE_BIN, 'verify', 'naver-nclue', ...args]);
  let stdout = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => process.stderr.write(chunk));
  const [status] = await once(child, 'close');
  return { status, stdout };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

function startPrism(port) {
  const prism = spawn(join(PRISM, 'node_modules', '.bin', 'prism'), [
    'mock',
    '--port',
    String(port),
    '--host',
    '127.0.0.1',
    document,
  ]);
  prism.stderr.on('data', (chunk) => process.stderr.write(chunk));
  return new Promise((resolve, reject) => {
    createInterface({ input: prism.stdout }).on('line', (line) => line.includes('is listening') && resolve(prism));
    prism.on('close', (status) => reject(new Error(`Prism ended before it listened, with status ${status}.`)));
  });
}

const port = await freePort();
const prism = await startPrism(port);
const target = ['--target', `http://127.0.0.1:${port}`, '--base-path', '/', '--wait', '100ms'];

const deleted = await verify(...target, '--select', 'naver-nclue/deleteFeature/deleted');
check(deleted.status === 1, 'Prism fails the delete', deleted.stdout);
check(
  deleted.stdout.includes('the server answered 200, and the feature is still there (registered)'),
  'because what it says it deleted is still there',
  deleted.stdout,
);
const taken = await verify(...target, '--select', 'naver-nclue/createFeature/duplicate-name');
check(
  taken.stdout.includes('Expected 409 because another feature has the feature_name of body property name'),
  'because it gives one name twice',
  taken.stdout,
);
const key = await verify(...target, '--select', 'naver-nclue/createFeature/bad-credentials/key');
check(key.stdout.includes('Expected 401 because the key is not known'), 'because it takes any key', key.stdout);
prism.kill();

const ours = await verify('--target', TOMBSTONE_URL, '--select', 'naver-nclue/deleteFeature');
check(ours.status === 0, 'our own server passes what Prism was asked', ours.stdout);
console.log(`1..${count}`);
process.exitCode = 0;
