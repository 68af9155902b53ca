import { createRequire, syncBuiltinESMExports } from 'node:module';
import type * as Tls from 'node:tls';
import { certificatesIn } from '../authority/pem.js';

/** What Node keeps inside a secure context; it has had this method since its first versions. */
interface NativeContext {
  addCACert(certificate: string): void;
}

/**
 * Makes every secure context that is made from now on trust these certificates besides. Node reads NODE_EXTRA_CA_CERTS
 * before any of the program runs, and has no call for it before version 24.
 */
export function trustCertificates(pem: string): void {
  const certificates = certificatesIn(pem);
  const tls = createRequire(import.meta.url)('node:tls') as typeof Tls;
  const { createSecureContext } = tls;
  Object.assign(tls, {
    createSecureContext(options?: Tls.SecureContextOptions): Tls.SecureContext {
      const secure = createSecureContext(options);
      for (const certificate of certificates) (secure.context as NativeContext).addCACert(certificate);
      return secure;
    },
  });
  syncBuiltinESMExports();
}
