import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { certificatesIn } from './pem.js';

/** Where systems keep their roots in one file: Debian, Red Hat, openSUSE, Alpine and macOS, FreeBSD. */
const systemBundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
  '/usr/local/share/certs/ca-root-nss.crt',
];

/** Variables that name a file of roots; what they name stays trusted. */
const variables = ['SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS', 'CURL_CA_BUNDLE', 'REQUESTS_CA_BUNDLE'];

/** The roots that programs of this user trust: the system's, or where it has none Node's, and those that variables name. */
export function trustedRoots(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const system = systemBundles.map(certificatesAt).find((found) => found.length > 0) ?? rootCertificates;
  const named = variables.flatMap((name) => certificatesAt(environment[name] ?? ''));
  return [...new Set([...system, ...named].map((certificate) => `${certificate.trim()}\n`))];
}

function certificatesAt(path: string): readonly string[] {
  try {
    return path === '' ? [] : certificatesIn(readFileSync(path, 'utf8'));
  } catch {
    // A variable may name what is not there; the program itself would not mind either.
    return [];
  }
}
