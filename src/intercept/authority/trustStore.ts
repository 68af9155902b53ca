import { BmpString, ObjectIdentifier, OctetString } from 'asn1js';
import { Attribute, AuthenticatedSafe, CertBag, PFX, SafeBag, SafeContents } from 'pkijs';
import { derOf } from './pem.js';

const oids = {
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  x509Certificate: '1.2.840.113549.1.9.22.1',
  friendlyName: '1.2.840.113549.1.9.20',
  // Java takes a certificate without a key for trusted only where it is marked so, with a word of its own.
  trustedKeyUsage: '2.16.840.1.113894.746875.1.1',
  anyExtendedKeyUsage: '2.5.29.37.0',
} as const;

/** A PKCS #12 trust store of these certificates (PEM). They are no secret: it is sealed with the password, not encrypted. */
export async function trustStore(certificates: readonly string[], password: string): Promise<Uint8Array> {
  const safeBags = certificates.map((certificate, index) => bag(certificate, `root-${index}`));
  const authenticatedSafe = new AuthenticatedSafe({
    parsedValue: { safeContents: [{ privacyMode: 0, value: new SafeContents({ safeBags }) }] },
  });
  await authenticatedSafe.makeInternalValues({ safeContents: [{}] });
  const pfx = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe } });
  await pfx.makeInternalValues({
    password: new TextEncoder().encode(password).buffer,
    // It protects nothing: whoever can change the file can change the variable that names it.
    iterations: 1,
    pbkdf2HashAlgorithm: 'SHA-256',
    hmacHashAlgorithm: 'SHA-256',
  });
  return new Uint8Array(pfx.toSchema().toBER());
}

function bag(certificate: string, name: string): SafeBag<CertBag> {
  return new SafeBag({
    bagId: oids.certificateBag,
    bagValue: new CertBag({
      certId: oids.x509Certificate,
      certValue: new OctetString({ valueHex: derOf(certificate) }),
    }),
    bagAttributes: [
      new Attribute({ type: oids.friendlyName, values: [new BmpString({ value: name })] }),
      new Attribute({
        type: oids.trustedKeyUsage,
        values: [new ObjectIdentifier({ value: oids.anyExtendedKeyUsage })],
      }),
    ],
  });
}
