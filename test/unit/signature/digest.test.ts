import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { portableDigest, sameText } from '../../../src/signature/digest.js';

const text = fc.string({ unit: 'binary', maxLength: 200 });

describe('the portable digest', () => {
  it('hashes bytes and texts as the platform does', () => {
    fc.assert(
      fc.property(text, fc.uint8Array({ maxLength: 300 }), (words, bytes) => {
        expect(portableDigest.sha256(words)).toBe(createHash('sha256').update(words, 'utf8').digest('hex'));
        expect(portableDigest.sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
      }),
    );
  });

  it('makes the authentication codes the platform makes, in hex and in base64', () => {
    fc.assert(
      fc.property(text, text, fc.constantFrom('hex', 'base64'), (key, words, encoding) => {
        expect(portableDigest.hmacSha256(key, words, encoding)).toBe(
          createHmac('sha256', key).update(words, 'utf8').digest(encoding),
        );
      }),
    );
  });
});

describe('comparing texts in constant time', () => {
  it('finds two texts equal exactly where they are', () => {
    fc.assert(
      fc.property(text, text, (a, b) => sameText(a, b) === (a === b) && sameText(a, a) && !sameText(a, `${a}x`)),
    );
    expect(sameText('abc', 'abd')).toBe(false);
    expect(sameText('', '')).toBe(true);
  });
});
