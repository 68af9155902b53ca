import { describe, expect, test } from 'vitest';
import { keyPlaceIn, placeIn, toData } from '../../../src/contract/located.js';
import { readYaml } from '../../../src/contract/readYaml.js';

function read(text: string) {
  const { root, issues } = readYaml(text, 'x.yaml');
  if (!root) throw new Error(issues.map((issue) => issue.message).join());
  return root;
}

describe('reading YAML', () => {
  test('gives the data, with numbers as keys made texts', () => {
    expect(toData(read('a: [1, {b: null}]\n200: yes\n'))).toEqual({ a: [1, { b: null }], '200': 'yes' });
  });

  test('locates a scalar where it begins and a map where its key stands', () => {
    const root = read('a:\n  b: text\n  c:\n    - x\n    - d: 1\n');
    expect(placeIn(root, ['a'])).toEqual({ file: 'x.yaml', line: 1, column: 1 });
    expect(placeIn(root, ['a', 'b'])).toEqual({ file: 'x.yaml', line: 2, column: 6 });
    expect(placeIn(root, ['a', 'c', 1, 'd'])).toEqual({ file: 'x.yaml', line: 5, column: 10 });
    expect(keyPlaceIn(root, ['a', 'c', 1, 'd'])).toEqual({ file: 'x.yaml', line: 5, column: 7 });
  });

  test('locates what is not there at its deepest ancestor', () => {
    expect(placeIn(read('a:\n  b: {}\n'), ['a', 'b', 'no', 'such'])).toEqual({ file: 'x.yaml', line: 2, column: 3 });
  });

  test('reads JSON, tabs included', () => {
    expect(toData(read('{\n\t"a": [true, 1.5, "x"]\n}'))).toEqual({ a: [true, 1.5, 'x'] });
  });

  test('gives every use of an anchor a copy of its own', () => {
    const data = toData(read('a: &x { n: 1 }\nb: *x\n')) as { a: object; b: object };
    expect(data.b).toEqual(data.a);
    expect(data.b).not.toBe(data.a);
  });

  test('keeps a key that is dangerous in JavaScript an ordinary key', () => {
    const data = toData(read('__proto__: { polluted: true }\n')) as object;
    expect(Object.keys(data)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test.each([
    ['a: [1, 2\nb: 3\n', 2],
    ['a: 1\na: 2\n', 2],
    ['a: b: c\n', 1],
    ['', 1],
    ['# nothing but a comment\n', 1],
    ['a: 1\n---\nb: 2\n', 2],
    ['? [a]\n: 1\n', 1],
    ['a: &x [ *x ]\n', 1],
  ])('refuses %j and says in which line', (text, line) => {
    const { root, issues } = readYaml(text, 'x.yaml');
    expect(root).toBeUndefined();
    expect(issues[0]).toMatchObject({ code: 'yaml-syntax', severity: 'error', place: { file: 'x.yaml', line } });
  });
});
