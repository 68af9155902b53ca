import { X509Certificate } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadContract } from '../../../src/contract/loadContract.js';
import {
  type Authority,
  createAuthority,
  type Intercept,
  routesOf,
  startIntercept,
} from '../../../src/intercept/index.js';
import { createMock } from '../../../src/mock/createMock.js';
import type { Mock } from '../../../src/mock/mock.js';

const hosts = ['api.twelvelabs.io', 'mpc.{region}.myhuaweicloud.com'];
let authority: Authority;
let mock: Mock;
let intercept: Intercept;

beforeAll(async () => {
  mock = createMock([await loadContract('twelvelabs')], { auth: 'any' });
  authority = await createAuthority(hosts);
  intercept = await startIntercept({ routes: routesOf(mock), authority });
});
afterAll(async () => {
  await intercept.close();
  await authority.close();
});

/** Opens a tunnel, and gives the head of the answer and the connection. */
function tunnel(to: string, proxy = intercept.proxyUrl): Promise<{ head: string; socket: ReturnType<typeof connect> }> {
  const socket = connect(Number(new URL(proxy).port), '127.0.0.1');
  socket.write(`CONNECT ${to} HTTP/1.1\r\nHost: ${to}\r\n\r\n`);
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.once('data', (chunk) => resolve({ head: String(chunk), socket }));
  });
}

/** Speaks TLS through a tunnel. */
async function secure(servername: string, to = `${servername}:443`): Promise<TLSSocket> {
  const { socket } = await tunnel(to);
  const secured = connectTls({ socket, servername, ca: authority.certificate, ALPNProtocols: ['h2', 'http/1.1'] });
  return new Promise((resolve, reject) => {
    secured.once('secureConnect', () => resolve(secured));
    secured.once('error', reject);
  });
}

function everything(socket: TLSSocket): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('close', () => resolve(text));
  });
}

describe('an authority', () => {
  it('can vouch for the hosts of the contracts alone, and for a day', () => {
    const certificate = new X509Certificate(authority.certificate);
    expect(certificate.ca).toBe(true);
    const lifetime = Date.parse(certificate.validTo) - Date.parse(certificate.validFrom);
    expect(lifetime).toBe(24 * 60 * 60 * 1000);
    // The constraints, as they stand in the certificate.
    const der = certificate.raw.toString('latin1');
    expect(der).toContain('api.twelvelabs.io');
    expect(der).toContain('myhuaweicloud.com');
    expect(der).not.toContain('{region}');
  });

  it('is refused for another host by whoever trusts it', async () => {
    const context = await authority.contextFor('example.com');
    const { createServer } = await import('node:tls');
    const server = createServer({ SNICallback: (_, give) => give(null, context) });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const error = await new Promise<NodeJS.ErrnoException>((resolve) => {
      connectTls({ port, host: '127.0.0.1', servername: 'example.com', ca: authority.certificate }).once(
        'error',
        resolve,
      );
    });
    server.close();
    expect(error.message).toBe('permitted subtree violation');
  });

  it('keeps its folder to the user, and no private key in it', () => {
    const { folder } = authority.files;
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const texts = readdirSync(folder, { recursive: true })
      .map((name) => join(folder, String(name)))
      .filter((path) => statSync(path).isFile())
      .map((path) => readFileSync(path, 'latin1'));
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.filter((text) => text.includes('PRIVATE KEY'))).toEqual([]);
  });

  it('gives the roots of the system with its own certificate', () => {
    const bundle = readFileSync(authority.files.bundle, 'utf8');
    expect(bundle).toContain(authority.certificate);
    expect(bundle.match(/BEGIN CERTIFICATE/g)?.length).toBeGreaterThan(50);
  });

  it('leaves nothing when it is closed', async () => {
    const other = await createAuthority(hosts);
    expect(existsSync(other.files.folder)).toBe(true);
    await other.close();
    expect(existsSync(other.files.folder)).toBe(false);
  });
});

describe('a proxy', () => {
  it('ends TLS with a certificate for the name that is asked for, and speaks HTTP/1.1', async () => {
    const socket = await secure('api.twelvelabs.io');
    expect(socket.alpnProtocol).toBe('http/1.1');
    expect(socket.getPeerCertificate().subjectaltname).toBe('DNS:api.twelvelabs.io');
    const said = everything(socket);
    socket.end('GET /v1.3/tasks HTTP/1.1\r\nHost: api.twelvelabs.io\r\nx-api-key: k\r\nConnection: close\r\n\r\n');
    expect(await said).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('does not lead to the control interface', async () => {
    const socket = await secure('api.twelvelabs.io');
    const said = everything(socket);
    socket.end('GET /_tombstone/state HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    expect(await said).toMatch(/^HTTP\/1\.1 403 .*control-refused/s);
  });

  it('takes https in absolute form, as some clients send it', async () => {
    const { port } = new URL(intercept.proxyUrl);
    const status = await new Promise((resolve, reject) => {
      request({ port, path: 'https://api.twelvelabs.io/v1.3/tasks', headers: { 'x-api-key': 'k' } }, (answer) =>
        resolve(answer.resume().statusCode),
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(200);
  });

  it('takes plain HTTP inside a tunnel', async () => {
    const { socket } = await tunnel('api.twelvelabs.io:80');
    socket.write('GET /v1.3/tasks HTTP/1.1\r\nHost: api.twelvelabs.io\r\nx-api-key: k\r\n\r\n');
    const answer = await new Promise((resolve) => socket.once('data', (chunk) => resolve(String(chunk))));
    socket.destroy();
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('refuses other hosts, this machine, and another name in the handshake, each with what to do', async () => {
    const before = intercept.refusals.length;
    expect((await tunnel('example.com:443')).head).toMatch(/^HTTP\/1\.1 403 .*--allow example\.com:443/);
    expect((await tunnel('127.0.0.1:22')).head).toMatch(/^HTTP\/1\.1 403 .*this machine itself/);
    await expect(secure('example.com', 'api.twelvelabs.io:443')).rejects.toThrow();
    expect(intercept.refusals.slice(before).map(({ reason }) => reason)).toEqual([
      'unknown-host',
      'loopback',
      'unknown-host',
    ]);
  });

  it('notes a program that does not take its certificate', async () => {
    const before = intercept.refusals.length;
    const { socket } = await tunnel('api.twelvelabs.io:443');
    const distrusting = connectTls({ socket, servername: 'api.twelvelabs.io' });
    await new Promise((resolve) => distrusting.once('error', resolve));
    await expect.poll(() => intercept.refusals.slice(before).map(({ reason }) => reason)).toEqual(['untrusted']);
  });

  it('resets the connection under TLS where a fault says so', async () => {
    mock.faults.once('twelvelabs/listTasks', { reset: 'before' });
    const socket = await secure('api.twelvelabs.io');
    const error = new Promise<NodeJS.ErrnoException>((resolve) => socket.once('error', resolve));
    socket.write('GET /v1.3/tasks HTTP/1.1\r\nHost: api.twelvelabs.io\r\nx-api-key: k\r\n\r\n');
    expect((await error).code).toBe('ECONNRESET');
  });

  it('gives each intercept of one authority a world of its own', async () => {
    const other = createMock([await loadContract('twelvelabs')], { auth: 'any' });
    const second = await startIntercept({ routes: routesOf(other), authority });
    expect(second.authority).toBe(authority);
    expect(second.proxyUrl).not.toBe(intercept.proxyUrl);
    await second.close();
    expect(existsSync(authority.files.folder)).toBe(true);
  });

  it('refuses to allow what is no host with a port', async () => {
    await expect(startIntercept({ routes: routesOf(mock), authority, allow: ['example.com'] })).rejects.toThrow(
      'expected HOST:PORT',
    );
  });

  it('keeps what the environment holds already for a runtime', () => {
    const base = { NODE_OPTIONS: '--no-warnings', JAVA_TOOL_OPTIONS: '-Xmx64m', PHP_INI_SCAN_DIR: '/etc/php' };
    const { NODE_OPTIONS, JAVA_TOOL_OPTIONS, PHP_INI_SCAN_DIR, NO_PROXY } = intercept.environment(base);
    expect(NODE_OPTIONS).toMatch(/^--no-warnings --require /);
    expect(JAVA_TOOL_OPTIONS).toMatch(/^-Xmx64m -D/);
    expect(PHP_INI_SCAN_DIR).toMatch(/^\/etc\/php:/);
    expect(NO_PROXY).toBe('localhost,127.0.0.1,::1');
  });
});
