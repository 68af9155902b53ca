import { randomBytes, type webcrypto } from 'node:crypto';
import { BitString, Integer, Utf8String } from 'asn1js';
import { AttributeTypeAndValue, Certificate, Extension } from 'pkijs';

/** Long enough for any run, and no longer: what is forgotten somewhere is worth nothing tomorrow. */
const lifetime = 24 * 60 * 60 * 1000;
/** The clocks of a container and of its host may differ. */
const leeway = 5 * 60 * 1000;

/** RFC 5280, section 4.2.1; whether those that do not understand one have to refuse the certificate. */
const extensions = {
  subjectKeyIdentifier: { id: '2.5.29.14', critical: false },
  keyUsage: { id: '2.5.29.15', critical: true },
  subjectAltName: { id: '2.5.29.17', critical: false },
  basicConstraints: { id: '2.5.29.19', critical: true },
  nameConstraints: { id: '2.5.29.30', critical: true },
  authorityKeyIdentifier: { id: '2.5.29.35', critical: false },
  extKeyUsage: { id: '2.5.29.37', critical: false },
} as const;

/** The bit of each use, the first one leftmost, with how many bits behind it mean nothing. */
const uses = { digitalSignature: { bits: 0b1000_0000, unused: 7 }, keyCertSign: { bits: 0b0000_0100, unused: 2 } };

/** A certificate of version 3 about a key, valid for a day from now, without an issuer, extensions and a signature. */
export async function blankCertificate(name: string, publicKey: webcrypto.CryptoKey): Promise<Certificate> {
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ valueHex: serialNumber() });
  certificate.subject.typesAndValues.push(
    new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: name }) }),
  );
  const from = Date.now() - leeway;
  certificate.notBefore.value = new Date(from);
  certificate.notAfter.value = new Date(from + lifetime);
  await certificate.subjectPublicKeyInfo.importKey(publicKey);
  return certificate;
}

/** What goes into an extension: a structure, or a value that is one already. */
type Content = { toSchema(): { toBER(): ArrayBuffer } } | { toBER(): ArrayBuffer };

export function extension(name: keyof typeof extensions, content: Content): Extension {
  const { id, critical } = extensions[name];
  const value = 'toSchema' in content ? content.toSchema() : content;
  return new Extension({ extnID: id, critical, extnValue: value.toBER() });
}

export function keyUsage(use: keyof typeof uses): BitString {
  const { bits, unused } = uses[use];
  return new BitString({ valueHex: new Uint8Array([bits]).buffer, unusedBits: unused });
}

/** Positive, as it has to be: the first bit is not set; nor are the first eight zero. */
function serialNumber(): ArrayBuffer {
  const bytes = new Uint8Array(randomBytes(16));
  bytes[0] = 0x40 | ((bytes[0] ?? 0) & 0x3f);
  return bytes.buffer;
}
