import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDuration } from '../../../src/language/duration.js';

describe('reading a duration', () => {
  it.each([
    ['0ms', 0],
    ['250ms', 250],
    ['10s', 10_000],
    ['5m', 300_000],
    ['1h', 3_600_000],
    ['90d', 7_776_000_000],
    ['1.5h', 5_400_000],
  ])('takes %s for %d milliseconds', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  it.each([
    '',
    '10',
    's',
    '-1s',
    '+1s',
    '1e3ms',
    '10.s',
    '.5s',
    ' 10s',
    '10s ',
    '10s\n',
    '10 s',
    '10S',
    '1w',
    '1h30m',
    'constructor',
  ])('takes "%s" for no duration', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  it('gives whole milliseconds, because instants on the wire are whole', () => {
    const unit = fc.constantFrom('ms', 's', 'm', 'h', 'd');
    const number = fc
      .tuple(fc.nat(1000), fc.nat(999))
      .map(([whole, part]) => `${whole}.${String(part).padStart(3, '0')}`);
    fc.assert(fc.property(number, unit, (amount, name) => Number.isInteger(parseDuration(`${amount}${name}`))));
  });
});
