import { webcrypto } from 'node:crypto';
import { OctetString } from 'asn1js';
import {
  AltName,
  AuthorityKeyIdentifier,
  BasicConstraints,
  type Certificate,
  ExtKeyUsage,
  GeneralName,
  GeneralSubtree,
  NameConstraints,
} from 'pkijs';
import { blankCertificate, extension, keyUsage } from './blankCertificate.js';

/** A certificate with the keys it is about, which never leave the memory. */
export interface Certified {
  readonly certificate: Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
}

/** Of the choices of a GeneralName: RFC 5280, section 4.2.1.6. */
const dnsName = 2;
const ipAddress = 7;

export function generateKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
}

/** A root that can vouch for these domains and what is below them, and for no address. */
export async function issueRoot(name: string, domains: readonly string[]): Promise<Certified> {
  const keys = await generateKeys();
  const certificate = await blankCertificate(name, keys.publicKey);
  certificate.issuer = certificate.subject;
  const constraints = new NameConstraints({
    permittedSubtrees: domains.map((value) => new GeneralSubtree({ base: new GeneralName({ type: dnsName, value }) })),
    // What is not constrained is permitted, so addresses have to be named.
    excludedSubtrees: [4, 16].map((bytes) => new GeneralSubtree({ base: everyAddress(bytes) })),
  });
  certificate.extensions = [
    extension('basicConstraints', new BasicConstraints({ cA: true, pathLenConstraint: 0 })),
    extension('keyUsage', keyUsage('keyCertSign')),
    extension('nameConstraints', constraints),
    extension('subjectKeyIdentifier', new OctetString({ valueHex: await certificate.getKeyHash() })),
  ];
  await certificate.sign(keys.privateKey, 'SHA-256');
  return { certificate, keys };
}

/** A certificate for one host; all of an authority share one pair of keys. */
export async function issueLeaf(root: Certified, host: string, keys: webcrypto.CryptoKeyPair): Promise<Certificate> {
  // A common name takes 64 characters, a host name 253; what counts is the alternative name.
  const certificate = await blankCertificate(host.length <= 64 ? host : 'A host of a contract', keys.publicKey);
  certificate.issuer = root.certificate.subject;
  certificate.extensions = [
    extension('basicConstraints', new BasicConstraints({ cA: false })),
    extension('keyUsage', keyUsage('digitalSignature')),
    extension('extKeyUsage', new ExtKeyUsage({ keyPurposes: ['1.3.6.1.5.5.7.3.1'] })),
    extension('subjectAltName', new AltName({ altNames: [new GeneralName({ type: dnsName, value: host })] })),
    extension(
      'authorityKeyIdentifier',
      new AuthorityKeyIdentifier({ keyIdentifier: new OctetString({ valueHex: await root.certificate.getKeyHash() }) }),
    ),
  ];
  await certificate.sign(root.keys.privateKey, 'SHA-256');
  return certificate;
}

/** An address and a mask, both of zeros. */
function everyAddress(bytes: number): GeneralName {
  return new GeneralName({ type: ipAddress, value: new OctetString({ valueHex: new ArrayBuffer(2 * bytes) }) });
}
