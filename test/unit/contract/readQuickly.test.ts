import { expect, test } from 'vitest';
import { cloneLocated, keyPlaceIn, nodeAt, placeIn, toData } from '../../../src/contract/located.js';
import { readQuickly } from '../../../src/contract/readQuickly.js';
import { readYaml } from '../../../src/contract/readYaml.js';

const json = '{\n "a": [true, 1.5, {"b": null}],\n "c": {"d": "x"},\n "__proto__": {"e": 1}\n}';
const paths = [[], ['a'], ['a', 0], ['a', 2, 'b'], ['c'], ['c', 'd'], ['__proto__', 'e'], ['c', 'no', 'such']];

function read(text: string) {
  const { root, issues } = readQuickly(text, 'x.json');
  if (!root) throw new Error(issues.map((issue) => issue.message).join());
  return root;
}

test('a JSON text gives the same data as when it is read as YAML, before and after somebody looks into it', () => {
  const expected = toData(readYaml(json, 'x.json').root ?? read(json));
  const root = read(json);
  expect(toData(root)).toEqual(expected);
  expect(nodeAt(root, ['a', 2, 'b'])).toMatchObject({ kind: 'scalar', value: null });
  expect(toData(root)).toEqual(expected);
  expect(Object.keys(toData(root) as object)).toContain('__proto__');
});

test.each(paths)('and the same places: %j %j %j', (...path) => {
  const { root } = readYaml(json, 'x.json');
  if (!root) throw new Error('this is YAML');
  expect(placeIn(read(json), path)).toEqual(placeIn(root, path));
  expect(keyPlaceIn(read(json), path)).toEqual(keyPlaceIn(root, path));
});

test('a copy can be changed without changing the original, whether or not somebody has looked into it', () => {
  for (const look of [false, true]) {
    const root = read(json);
    if (look) nodeAt(root, ['c', 'd']);
    const inner = nodeAt(cloneLocated(root), ['c']);
    if (inner?.kind === 'map') inner.entries.delete('d');
    expect(inner && toData(inner)).toEqual({});
    expect(toData(nodeAt(root, ['c']) ?? root)).toEqual({ d: 'x' });
  }
});

test.each(['a: 1\n', '{a: 1}', '[1, 2,]'])('%j is YAML and no JSON, and is read all the same', (text) => {
  expect(toData(read(text))).toEqual(toData(readYaml(text, 'x').root ?? read(text)));
});

test('what is neither is refused in the words of the YAML reader', () => {
  expect(readQuickly('{"a": [1, 2}', 'x.json')).toEqual(readYaml('{"a": [1, 2}', 'x.json'));
});
