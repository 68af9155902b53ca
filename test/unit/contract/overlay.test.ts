import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeAt, toData } from '../../../src/contract/located.js';
import { applyOverlay } from '../../../src/contract/overlay.js';
import { readYaml } from '../../../src/contract/readYaml.js';

function read(text: string, file: string) {
  const { root, issues } = readYaml(text, file);
  if (!root) throw new Error(issues.map((issue) => issue.message).join());
  return root;
}

function apply(document: string, actions: string, version = '1.1.0') {
  const overlay = `overlay: ${version}\ninfo: { title: t, version: v }\nactions:\n${actions}`;
  const { document: result, issues } = applyOverlay(read(document, 'openapi.yaml'), read(overlay, 'lifecycle.yaml'));
  return {
    data: toData(result),
    result,
    issues: issues.map(({ code, message, place }) => `${place.line}:${place.column} ${code} ${message}`),
  };
}

describe('an overlay', () => {
  test('merges a map into a map, keeping what it does not name', () => {
    const { data, issues } = apply(
      'info: { title: a, contact: { name: n } }',
      '  - { target: $.info, update: { title: b, contact: { url: u } } }\n',
    );
    expect(data).toEqual({ info: { title: 'b', contact: { name: 'n', url: 'u' } } });
    expect(issues).toEqual([]);
  });

  test('adds keys at the root', () => {
    expect(apply('a: 1', '  - { target: $, update: { b: { c: 2 } } }\n').data).toEqual({ a: 1, b: { c: 2 } });
  });

  test('joins a list with a list and appends anything else', () => {
    const actions =
      '  - { target: $.tags, update: [b, c] }\n  - { target: $.tags, update: { name: d } }\n  - { target: $.tags, update: e }\n';
    expect(apply('tags: [a]', actions).data).toEqual({ tags: ['a', 'b', 'c', { name: 'd' }, 'e'] });
  });

  test('joins lists that meet inside a merge', () => {
    expect(apply('o: { list: [1] }', '  - { target: $, update: { o: { list: [2] } } }\n').data).toEqual({
      o: { list: [1, 2] },
    });
  });

  test('replaces a single value by a single value, in a map and in a list', () => {
    const actions = '  - { target: $.a, update: new }\n  - { target: "$.list[0]", update: 9 }\n';
    expect(apply('a: old\nlist: [1, 2]', actions).data).toEqual({ a: 'new', list: [9, 2] });
  });

  test('updates every node its target selects, each with a copy of its own', () => {
    const { result, data } = apply(
      'paths: { /a: { get: {} }, /b: { get: {} } }',
      '  - { target: $.paths.*.get, update: { tags: [x] } }\n  - { target: "$.paths[\'/a\'].get.tags", update: y }\n',
    );
    expect(data).toEqual({ paths: { '/a': { get: { tags: ['x', 'y'] } }, '/b': { get: { tags: ['x'] } } } });
    expect(nodeAt(result, ['paths', '/a', 'get'])).not.toBe(nodeAt(result, ['paths', '/b', 'get']));
  });

  test('removes every node its target selects, from maps and lists, by filter and at any depth', () => {
    const document =
      'servers: [ { url: a, d: Dev }, { url: b }, { url: c, d: Dev } ]\np: { x: { 500: {}, y: { 500: {}, 200: {} } } }';
    const actions =
      '  - { target: "$.servers[?@.d == \'Dev\']", remove: true }\n  - { target: "$.p..[\'500\']", remove: true }\n';
    expect(apply(document, actions).data).toEqual({ servers: [{ url: 'b' }], p: { x: { y: { 200: {} } } } });
  });

  test('copies one node into others (1.1)', () => {
    const actions =
      '  - { target: $.paths, update: { /new: {} } }\n  - { target: "$.paths[\'/new\']", copy: "$.paths[\'/old\']" }\n  - { target: "$.paths[\'/old\']", remove: true }\n';
    expect(apply('paths: { /old: { get: { tags: [a] } } }', actions).data).toEqual({
      paths: { '/new': { get: { tags: ['a'] } } },
    });
  });

  test('does its actions in order, so that a list can be replaced', () => {
    const actions =
      '  - { target: $.servers, remove: true }\n  - { target: $, update: { servers: [ { url: new } ] } }\n';
    expect(apply('servers: [ { url: old } ]', actions, '1.0.0').data).toEqual({ servers: [{ url: 'new' }] });
  });

  test('takes `remove: false` for an update', () => {
    expect(apply('a: 1', '  - { target: $, remove: false, update: { b: 2 } }\n').data).toEqual({ a: 1, b: 2 });
  });

  test('leaves the document it was laid over as it was', () => {
    const document = read('a: { b: [1] }', 'openapi.yaml');
    const overlay = read(
      'overlay: 1.0.0\ninfo: { title: t, version: v }\nactions:\n  - { target: $.a.b, update: 2 }\n  - { target: $.a, update: { c: 3 } }\n',
      'l',
    );
    applyOverlay(document, overlay);
    expect(toData(document)).toEqual({ a: { b: [1] } });
  });

  test('lets what it brought in keep its own place', () => {
    const { result } = apply('a: { b: 1 }', '  - { target: $.a, update: { c: { d: 2 } } }\n');
    expect(nodeAt(result, ['a', 'b'])?.place).toMatchObject({ file: 'openapi.yaml', line: 1 });
    expect(nodeAt(result, ['a', 'c', 'd'])?.place).toMatchObject({ file: 'lifecycle.yaml', line: 4 });
  });
});

describe('an overlay that does not fit', () => {
  test.each([
    [
      'matches nothing',
      '  - target: $.b\n    update: { c: 1 }\n',
      '4:13 overlay-target The target $.b matches nothing in the document.',
    ],
    ['is no JSONPath', '  - target: $.a[\n    remove: true\n', '4:13 overlay-target The target $.a[ is not a JSONPath'],
    [
      'would remove everything',
      '  - target: $\n    remove: true\n',
      '4:13 overlay-target The whole document cannot be removed.',
    ],
    ['does nothing', '  - target: $.a\n', '4:13 overlay-invalid This action has no `update`'],
    [
      'puts a map where a list is',
      '  - target: $.list\n    update: []\n  - target: $\n    update: { list: { x: 1 } }\n',
      '7:5 overlay-invalid $.list is a list; a map cannot be merged into it.',
    ],
    [
      'puts a text where a map is',
      '  - target: $.a\n    update: text\n',
      '5:13 overlay-invalid $.a is a map; a single value cannot be merged into it.',
    ],
    [
      'mixes kinds',
      '  - target: $.*\n    update: { x: 1 }\n',
      '5:5 overlay-invalid The target selects nodes of different kinds: map, list.',
    ],
    [
      'copies several nodes',
      '  - target: $.a\n    copy: $.*\n',
      '5:11 overlay-target `copy` selects 2 nodes; it must select one.',
    ],
    ['has an unknown key', '  - target: $.a\n    updates: { x: 1 }\n', '5:5 overlay-invalid Unknown key "updates"'],
  ])('is refused where it %s', (_, actions, expected) => {
    const { issues } = apply('a: { x: 0 }\nlist: [1]', actions);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toContain(expected);
  });

  test('is told of all its targets, not only of the first', () => {
    expect(apply('a: 1', '  - { target: $.b, remove: true }\n  - { target: $.c, remove: true }\n').issues).toHaveLength(
      2,
    );
  });

  test.each([
    [
      'overlay: 2.0.0\ninfo: { title: t, version: v }\nactions: [ { target: $, update: {} } ]',
      'Expected `overlay: 1.0.0`',
    ],
    ['overlay: 1.0.0\ninfo: { title: t }\nactions: [ { target: $, update: {} } ]', 'Expected `info`'],
    ['overlay: 1.0.0\ninfo: { title: t, version: v }\nactions: []', 'Expected `actions`'],
    [
      'overlay: 1.0.0\ninfo: { title: t, version: v }\naction: []',
      'Unknown key "action"; an overlay knows overlay, info, extends, actions. Did you mean "actions"?',
    ],
    ['just a text', 'Expected an OpenAPI Overlay'],
  ])('is refused by its form: %s', (text, expected) => {
    const { issues } = applyOverlay(read('a: 1', 'o'), read(text, 'l'));
    expect(issues.map((issue) => issue.message).join('\n')).toContain(expected);
  });
});

test('a merge of any JSON into an empty map gives that JSON', () => {
  const json = fc.dictionary(fc.string(), fc.jsonValue());
  fc.assert(
    fc.property(json, (update) => {
      const overlay = { overlay: '1.0.0', info: { title: 't', version: 'v' }, actions: [{ target: '$.o', update }] };
      const { document, issues } = applyOverlay(read('{"o": {}}', 'o'), read(JSON.stringify(overlay), 'l'));
      expect(issues).toEqual([]);
      expect(JSON.stringify(toData(document))).toBe(JSON.stringify({ o: update }));
    }),
    { numRuns: 200 },
  );
});
