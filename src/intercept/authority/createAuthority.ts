import { randomBytes, webcrypto } from 'node:crypto';
import { tmpdir } from 'node:os';
import { createSecureContext, type SecureContext } from 'node:tls';
import { temporaryFolder } from '../../process/temporaryFolder.js';
import type { Authority } from './authority.js';
import { generateKeys, issueLeaf, issueRoot } from './certificates.js';
import { domainsOf } from './domains.js';
import { certificatePem, pem } from './pem.js';
import { folderPrefix, sweepFolders } from './sweepFolders.js';
import { trustedRoots } from './trustedRoots.js';
import { writeFiles } from './writeFiles.js';

/**
 * Makes a certificate authority that can vouch for these hosts and for nothing else. It is to be closed; what a process
 * that was killed left behind is taken away first.
 *
 * @param hosts as `mpc.{region}.myhuaweicloud.com`; what follows the last variable, `myhuaweicloud.com`, is what it is
 *   constrained to
 * @param environment names further roots that stay trusted, in `SSL_CERT_FILE` and the like. Default `process.env`.
 */
export async function createAuthority(
  hosts: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Authority> {
  // Two roots of one name would be taken for one, so each has a name of its own.
  const name = `Tombstone ${randomBytes(4).toString('hex')}, for tests on one machine`;
  const root = await issueRoot(name, domainsOf(hosts));
  const leafKeys = await generateKeys();
  const key = pem('PRIVATE KEY', await webcrypto.subtle.exportKey('pkcs8', leafKeys.privateKey));
  const certificate = certificatePem(root.certificate);
  const contexts = new Map<string, Promise<SecureContext>>();

  async function issue(host: string): Promise<SecureContext> {
    return createSecureContext({ key, cert: certificatePem(await issueLeaf(root, host, leafKeys)) });
  }

  sweepFolders(tmpdir());
  const folder = temporaryFolder(folderPrefix());
  async function close(): Promise<void> {
    folder.remove();
  }
  try {
    const files = await writeFiles(folder.path, { name, certificate, roots: trustedRoots(environment), environment });
    return {
      hosts,
      certificate,
      files,
      contextFor(host) {
        const context = contexts.get(host) ?? issue(host);
        contexts.set(host, context);
        return context;
      },
      close,
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
