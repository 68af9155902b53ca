import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** What signatures need of cryptography. Synchronous, so that a request is decided in one turn of the event loop. */
export interface Digest {
  /** SHA-256 in lower-case hex; a text counts as its UTF-8 bytes. */
  sha256(data: string | Uint8Array): string;
  /** HMAC-SHA-256, key and text as UTF-8 bytes: lower-case hex, or standard base64 with padding. */
  hmacSha256(key: string, text: string, encoding: 'hex' | 'base64'): string;
}

const utf8 = new TextEncoder();

/** The digest that works wherever JavaScript does. A server may put the platform's own, faster one in its place. */
export const portableDigest: Digest = {
  sha256: (data) => bytesToHex(sha256(typeof data === 'string' ? utf8.encode(data) : data)),
  hmacSha256(key, text, encoding) {
    const code = hmac(sha256, utf8.encode(key), utf8.encode(text));
    return encoding === 'hex' ? bytesToHex(code) : btoa(String.fromCharCode(...code));
  },
};

/** Are the two texts equal? Takes equally long wherever they differ, so that time tells nothing about a signature. */
export function sameText(expected: string, given: string): boolean {
  if (expected.length !== given.length) return false;
  let difference = 0;
  for (let index = 0; index < expected.length; index += 1) {
    difference |= expected.charCodeAt(index) ^ given.charCodeAt(index);
  }
  return difference === 0;
}
