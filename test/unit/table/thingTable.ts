import type { Lifecycle, Operation, Resource, Row, Switch, When } from '../../../src/language/lifecycle.js';
import type { SchemaObject } from '../../../src/language/openapi.js';
import type { TableSource } from '../../../src/table/domains.js';

const place = { file: 'lifecycle.yaml', line: 1, column: 1 };
const inferred = { effect: 'inferred', status: 'inferred', body: 'inferred' } as const;

/** A row with a guard and, unless said otherwise, a 400 of its own. */
export function row(id: string, when: When = {}, more: Partial<Row> = {}): Row {
  const reply = { status: 400, example: id, headers: {} };
  return { id, when, effects: [], show: {}, reply, basis: inferred, citations: [], place, ...more };
}

function resource(states: readonly string[], refs: Resource['refs'] = {}): Resource {
  const values = Object.fromEntries(states.map((state) => [state, state]));
  const state = { field: 'status', initial: states[0] ?? '', values, flow: {}, enter: {} };
  const base = {
    label: '',
    collection: '',
    schema: '#/components/schemas/Any',
    key: { field: 'id', generate: 'uuid' },
  };
  return { ...base, stamps: {}, fields: {}, computed: {}, refs, place, ...(states.length > 0 ? { state } : {}) };
}

const ref = (to: string, inverse: string, optional = false) => ({ to, field: `${to}_id`, inverse, optional, copy: {} });

function choice(values: readonly string[]): Switch {
  const one = { basis: inferred, citations: [] };
  return { about: '', default: values[0] ?? '', values: Object.fromEntries(values.map((value) => [value, one])) };
}

/**
 * A contract of one operation `use` on a `thing` (states a, b, c), which belongs to a `box` (full, empty), may name a
 * `lid` (no states) and is named by `parts` (new, old). Switch `mode` is x or y; the query has `force` and `kind`.
 */
export function thingTable(decide: readonly Row[], more: Partial<Operation> = {}): TableSource {
  const operation: Operation = { on: 'thing', by: '$request.path.id', bind: {}, decide, failures: [], place, ...more };
  const lifecycle: Lifecycle = {
    version: 1,
    time: 'iso',
    integers: 'strict',
    headers: {},
    auth: {},
    baseUrlVariables: [],
    sources: {},
    switches: { mode: choice(['x', 'y']) },
    resources: {
      thing: resource(['a', 'b', 'c'], { box: ref('box', 'things'), lid: ref('lid', 'things', true) }),
      box: resource(['full', 'empty'], { shelf: ref('shelf', 'boxes') }),
      shelf: resource([]),
      lid: resource([]),
      part: resource(['new', 'old'], { thing: ref('thing', 'parts') }),
    },
    failures: [],
    operations: { use: operation },
  };
  return { document: documentWith(), lifecycle };
}

function documentWith(): TableSource['document'] {
  const query = (name: string, schema: SchemaObject) => ({ name, in: 'query' as const, schema });
  const parameters = [query('force', { type: 'boolean', default: false }), query('kind', { type: 'string' })];
  const use = { operationId: 'use', parameters, responses: { '400': { description: '' } } };
  return { openapi: '3.1.1', info: { title: '', version: '1' }, paths: { '/things/{id}': { delete: use } } };
}
