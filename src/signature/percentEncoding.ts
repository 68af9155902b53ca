const plain = /^[A-Za-z0-9\-_.~]*$/;
const plainPath = /^[A-Za-z0-9\-_.~/]*$/;

const percent = 0x25;
const slash = 0x2f;
const utf8 = new TextEncoder();

/** Brings a piece of a query into the one form signers agree on: A-Z a-z 0-9 - _ . ~ stay, all else is `%XX`. */
export function normalizePercent(raw: string): string {
  return plain.test(raw) ? raw : encode(decode(raw), false);
}

/** The same for a path: slashes stay, and an encoded slash becomes one, because signers decode before they split. */
export function normalizePath(raw: string): string {
  return plainPath.test(raw) ? raw : encode(decode(raw), true);
}

/** Works on bytes, so that neither a broken escape nor broken UTF-8 can make it throw. */
function decode(raw: string): readonly number[] {
  const bytes = utf8.encode(raw);
  const decoded: number[] = [];
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    const code = byte === percent ? hexByte(bytes[index + 1], bytes[index + 2]) : undefined;
    decoded.push(code ?? byte);
    if (code !== undefined) index += 2;
  }
  return decoded;
}

function hexByte(high: number | undefined, low: number | undefined): number | undefined {
  if (high === undefined || low === undefined) return undefined;
  const text = String.fromCharCode(high, low);
  return /^[0-9A-Fa-f]{2}$/.test(text) ? Number.parseInt(text, 16) : undefined;
}

function encode(bytes: readonly number[], keepSlash: boolean): string {
  let text = '';
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    const kept = plain.test(character) || (keepSlash && byte === slash);
    text += kept ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return text;
}
