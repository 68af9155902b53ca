import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Servers on every address of the network: HTTPS on 8443 with a certificate of their own, HTTP on 8080, and on 7007 one that
 * sends back what it gets. `connections` holds the port of each connection they ever had.
 */
export async function startServers() {
  const folder = mkdtempSync(join(tmpdir(), 'tombstone-allow-'));
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name));
  const names = 'DNS:public.example,DNS:other.example,DNS:private.example,DNS:both.example,DNS:six.example';
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=public.example'];
  execFileSync('openssl', [...request, '-addext', `subjectAltName=${names}`, '-keyout', key, '-out', cert], {
    stdio: 'ignore',
  });

  const connections = [];
  const answer = (request, response) => response.end(`${request.method} ${request.url} ${request.headers.host}\n`);
  const secure = createHttpsServer({ key: readFileSync(key), cert: readFileSync(cert) }, answer);
  const plain = createHttpServer(answer);
  const echo = createServer((socket) => socket.on('error', () => {}).pipe(socket));
  const listening = [
    [secure, 8443],
    [plain, 8080],
    [echo, 7007],
    // On one of the addresses of half.example alone.
    [createHttpServer(answer), 8081, '192.31.196.1'],
  ];
  for (const [server, port, host] of listening) {
    server.on('connection', () => connections.push(port));
    await new Promise((resolve) => server.listen(port, host, resolve));
  }
  return { folder, cert, fingerprint: new X509Certificate(readFileSync(cert)).fingerprint256, connections };
}
