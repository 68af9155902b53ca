import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLoopbackAuthority } from '../../../src/server/authority.js';
import { refuseControl } from '../../../src/server/control/guard.js';

/** Pieces that hosts are made of, and what attackers glue between them. */
const piece = fc.constantFrom(
  'localhost',
  '127.0.0.1',
  '127',
  '[::1]',
  '::1',
  'evil',
  'com',
  '.',
  '@',
  ':',
  '80',
  '#',
  '\\',
  '/',
  '?',
  '0',
  '%',
  ' ',
);
const authority = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));

describe('a loopback authority', () => {
  it('is one for the URL standard too, whatever it is made of', () => {
    let accepted = 0;
    fc.assert(
      fc.property(authority, (text) => {
        const tooHighAPort = Number(/:(\d+)$/.exec(text)?.[1] ?? 0) > 65535;
        if (!isLoopbackAuthority(text) || tooHighAPort) return;
        accepted += 1;
        expect(new URL(`http://${text}/`).hostname).toMatch(/^(?:(?:.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/);
      }),
      { numRuns: 5000, examples: [['localhost'], ['127.0.0.1:80'], ['[::1]:80'], ['evil.localhost']] },
    );
    expect(accepted).toBeGreaterThan(4);
  });

  it('is every address from 127.0.0.0 to 127.255.255.255, with and without a port', () => {
    const octet = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(octet, octet, octet, fc.integer({ min: 0, max: 65535 }), (b, c, d, port) => {
        expect(isLoopbackAuthority(`127.${b}.${c}.${d}`)).toBe(true);
        expect(isLoopbackAuthority(`127.${b}.${c}.${d}:${port}`)).toBe(true);
      }),
    );
  });
});

describe('a caller on another machine', () => {
  const request = { method: 'GET', target: '/_tombstone/state', headers: { host: 'localhost' } };

  it.each(['192.168.1.20', '::ffff:10.0.0.1', 'fe80::1', '128.0.0.1', undefined])(
    'is refused from %s, though it says it calls localhost',
    (address) => {
      expect(refuseControl(request, address, 'token')?.message).toContain('another machine');
    },
  );

  it.each(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'])('is none at %s', (address) => {
    expect(refuseControl(request, address, undefined)).toBeUndefined();
  });

  it('is let in with the token', () => {
    const bearer = { ...request, headers: { host: 'mock.example', authorization: 'Bearer token' } };
    expect(refuseControl(bearer, '192.168.1.20', 'token')).toBeUndefined();
  });
});
