import type { Certificate } from 'pkijs';

export function certificatePem(certificate: Certificate): string {
  return pem('CERTIFICATE', certificate.toSchema(true).toBER());
}

export function pem(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

export function derOf(pemText: string): ArrayBuffer {
  return new Uint8Array(Buffer.from(pemText.replaceAll(/-----[^-]+-----/g, ''), 'base64')).buffer;
}

/** Every certificate of a text, in order; what stands between them is left out. */
export function certificatesIn(text: string): readonly string[] {
  const found = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return found.map((certificate) => `${certificate}\n`);
}
