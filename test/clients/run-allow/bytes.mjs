// `node bytes.mjs tunnel|straight HOST PORT`: sends random bytes to a server that sends them back, and compares.
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { connect } from 'node:net';

const [way, host, port] = process.argv.slice(2);
const sent = randomBytes(1_000_000);
const got = [];
const socket = way === 'tunnel' ? await tunnel() : connect({ host, port });
socket.on('data', (chunk) => got.push(chunk));
socket.end(sent);
await new Promise((resolve, reject) => socket.on('end', resolve).on('error', reject));
console.log(Buffer.concat(got).equals(sent) ? 'the same' : 'something else');

function tunnel() {
  const proxy = new URL(process.env.HTTPS_PROXY);
  const asked = request({ host: proxy.hostname, port: proxy.port, method: 'CONNECT', path: `${host}:${port}` });
  return new Promise((resolve, reject) => {
    asked.on('connect', ({ statusCode }, opened) => (statusCode === 200 ? resolve(opened) : reject(statusCode)));
    asked.on('error', reject).end();
  });
}
