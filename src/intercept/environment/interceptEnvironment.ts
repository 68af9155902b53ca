import { delimiter } from 'node:path';
import type { AuthorityFiles } from '../authority/authority.js';
import { javaOptions } from './javaOptions.js';
import { nodeOptions } from './nodeOptions.js';

/** What an environment is made from. */
export interface Surroundings {
  readonly port: number;
  readonly files: AuthorityFiles;
  /** What `src/intercept/node/preload.cts` reads. */
  readonly preload: object;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Makes programs send everything to a proxy and trust its certificates, whatever they are written in. */
export function interceptEnvironment(
  { port, files, preload }: Surroundings,
  base: Environment,
): Record<string, string> {
  const proxy = `http://127.0.0.1:${port}`;
  return {
    ...inBothCases({ HTTP_PROXY: proxy, HTTPS_PROXY: proxy, ALL_PROXY: proxy, NO_PROXY: 'localhost,127.0.0.1,::1' }),
    // OpenSSL and what is built on it (Python, Ruby, wget), Go, .NET.
    SSL_CERT_FILE: files.bundle,
    CURL_CA_BUNDLE: files.bundle,
    REQUESTS_CA_BUNDLE: files.bundle,
    GIT_SSL_CAINFO: files.bundle,
    WGETRC: files.wgetrc,
    // Node has roots of its own; the bundle holds those it was told of besides.
    NODE_EXTRA_CA_CERTS: base['NODE_EXTRA_CA_CERTS'] ? files.bundle : files.certificate,
    NODE_OPTIONS: joined(base['NODE_OPTIONS'], nodeOptions()),
    TOMBSTONE_INTERCEPT: JSON.stringify(preload),
    JAVA_TOOL_OPTIONS: joined(base['JAVA_TOOL_OPTIONS'], javaOptions(port, files)),
    RUBYOPT: joined(base['RUBYOPT'], `-r${files.rubyFile}`),
    // An empty entry stands for the folder that PHP was built to look in.
    PHP_INI_SCAN_DIR: `${base['PHP_INI_SCAN_DIR'] ?? ''}${delimiter}${files.phpFolder}`,
    ...(files.programs !== undefined && { PATH: `${files.programs}${delimiter}${base['PATH'] ?? ''}` }),
  };
}

/** Programs read one or the other: curl takes `http_proxy` in lower case alone. */
function inBothCases(variables: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => [
      [name, value],
      [name.toLowerCase(), value],
    ]),
  );
}

/** Of two options that contradict each other, the later one counts. */
function joined(before: string | undefined, ours: string): string {
  return before ? `${before} ${ours}` : ours;
}
