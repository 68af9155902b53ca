import type { AuthorityFiles } from '../authority/authority.js';
import { quoted } from './quoted.js';

/** What a JVM has to be told: it reads no variables for proxies, and keeps its roots in a file of its own format. */
export function javaOptions(port: number, files: AuthorityFiles): string {
  const properties = {
    'http.proxyHost': '127.0.0.1',
    'http.proxyPort': port,
    'https.proxyHost': '127.0.0.1',
    'https.proxyPort': port,
    'http.nonProxyHosts': 'localhost|127.*|[::1]',
    'javax.net.ssl.trustStore': files.trustStore,
    'javax.net.ssl.trustStoreType': 'PKCS12',
    'javax.net.ssl.trustStorePassword': files.trustStorePassword,
  };
  return Object.entries(properties)
    .map(([name, value]) => quoted(`-D${name}=${value}`))
    .join(' ');
}
