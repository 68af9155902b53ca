import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointerSegments, toPointer, valueAt } from '../../../src/language/pointer.js';

const segment = fc.oneof(fc.string(), fc.constantFrom('~', '/', '~1', '~0', '~01', '', '0', 'a/b~c'));

describe('a JSON pointer', () => {
  it('is split into the segments it was joined from, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(segment), (segments) => {
        expect(pointerSegments(toPointer(segments))).toEqual(segments);
      }),
    );
  });

  it('is split from a fragment, percent-decoded', () => {
    expect(pointerSegments('#/a%20b/c~1d/e%7E0f')).toEqual(['a b', 'c/d', 'e~f']);
    expect(pointerSegments('#')).toEqual([]);
  });

  // The document and the expected values are those of RFC 6901, section 5.
  const document = {
    foo: ['bar', 'baz'],
    '': 0,
    'a/b': 1,
    'c%d': 2,
    'e^f': 3,
    'g|h': 4,
    'i\\j': 5,
    'k"l': 6,
    ' ': 7,
    'm~n': 8,
  };

  it.each([
    ['', document],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/c%d', 2],
    ['/e^f', 3],
    ['/g|h', 4],
    ['/i\\j', 5],
    ['/k"l', 6],
    ['/ ', 7],
    ['/m~0n', 8],
  ])('names what RFC 6901 says: "%s"', (pointer, value) => {
    expect(valueAt(document, pointerSegments(pointer))).toEqual(value);
  });

  it.each([
    '/none',
    '/foo/2',
    '/foo/-',
    '/foo/00',
    '/foo/length',
    '/foo/0/length',
    '/constructor',
    '/foo/map',
    '/__proto__',
    '//x',
  ])('leads nowhere: "%s"', (pointer) => {
    expect(valueAt(document, pointerSegments(pointer))).toBeUndefined();
  });

  it('finds what stands at every place of any JSON value', () => {
    const places = (value: unknown, at: readonly string[]): (readonly [readonly string[], unknown])[] => {
      const inside = value !== null && typeof value === 'object' ? Object.entries(value) : [];
      return [[at, value], ...inside.flatMap(([name, child]) => places(child, [...at, name]))];
    };
    fc.assert(
      fc.property(fc.jsonValue(), (root) => {
        for (const [segments, value] of places(root, []))
          expect(valueAt(root, pointerSegments(toPointer(segments)))).toBe(value);
      }),
    );
  });
});
