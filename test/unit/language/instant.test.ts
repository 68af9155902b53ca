import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { formatInstant, parseInstant } from '../../../src/language/instant.js';

const instant = Date.UTC(2024, 1, 29, 3, 4, 5, 67);
const moment = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(9999, 11, 31) });

describe('writing an instant', () => {
  it.each([
    ['iso', '2024-02-29T03:04:05Z'],
    ['iso-ms', '2024-02-29T03:04:05.067Z'],
    ['compact', '20240229030405'],
    ['epoch-ms', instant],
  ] as const)('as %s', (format, written) => {
    expect(formatInstant(instant, format)).toBe(written);
  });
});

describe('reading an instant', () => {
  it('reads back whatever was written, to the precision of the form', () => {
    fc.assert(
      fc.property(moment, fc.constantFrom('iso', 'iso-ms', 'epoch-ms', 'compact'), (at, format) => {
        const precise = format === 'iso-ms' || format === 'epoch-ms';
        expect(parseInstant(formatInstant(at, format))).toBe(precise ? at : Math.floor(at / 1000) * 1000);
      }),
    );
  });

  it.each([
    ['2024-02-29', Date.UTC(2024, 1, 29)],
    ['2024-02-29T03:04:05+02:00', Date.UTC(2024, 1, 29, 1, 4, 5)],
    ['2024-02-29T03:04:05-0330', Date.UTC(2024, 1, 29, 6, 34, 5)],
    ['2024-02-29T03:04:05.1234567Z', Date.UTC(2024, 1, 29, 3, 4, 5, 123)],
    ['2024-02-29t03:04:05z', Date.UTC(2024, 1, 29, 3, 4, 5)],
    ['2024-02-29T03:04Z', Date.UTC(2024, 1, 29, 3, 4)],
  ])('takes %s in the ISO forms clients send', (text, at) => {
    expect(parseInstant(text)).toBe(at);
  });

  describe('where a client leaves the zone out', () => {
    const zone = process.env['TZ'];
    afterEach(() => {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    });

    it.each(['UTC', 'Asia/Seoul', 'America/New_York'])('takes it for UTC, also on a machine in %s', (name) => {
      process.env['TZ'] = name;
      expect(parseInstant('2024-02-29T03:04:05')).toBe(Date.UTC(2024, 1, 29, 3, 4, 5));
      expect(parseInstant('2024-02-29T03:04:05.5')).toBe(Date.UTC(2024, 1, 29, 3, 4, 5, 500));
      expect(parseInstant('2024-02-29 03:04:05')).toBe(Date.UTC(2024, 1, 29, 3, 4, 5));
    });
  });

  it.each([
    '',
    'now',
    '2024',
    '2024-13-01T00:00:00Z',
    '20241301000000',
    '20240229250000',
    '2024-02-30T00:00:00Z',
    '20230229000000',
    '2024-02-29T03:04:05+99:00',
    '2024022903040',
    '29.02.2024',
    '2024-02-29 junk',
    null,
    true,
    {},
    [],
  ])('takes %j for no instant', (value) => {
    expect(parseInstant(value)).toBeUndefined();
  });
});
