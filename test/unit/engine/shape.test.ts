import { describe, expect, it } from 'vitest';
import { asRecord, compileShape } from '../../../src/engine/shape.js';
import type { OpenApiDocument, SchemaObject } from '../../../src/language/openapi.js';
import { draft, scopeOf, storeOf } from './support/parcelScope.js';

const document: OpenApiDocument = {
  openapi: '3.1.1',
  info: { title: 'T', version: '1' },
  components: {
    schemas: {
      Node: {
        type: 'object',
        properties: { name: { type: 'string' }, next: { $ref: '#/components/schemas/Node' } },
      },
      Named: { type: 'object', required: ['name'], properties: { name: { type: ['string', 'null'] } } },
      Counted: { allOf: [{ $ref: '#/components/schemas/Named' }, { properties: { count: { type: 'integer' } } }] },
    },
  },
};
const empty = scopeOf(storeOf());

/** What a value of a body becomes on the wire. */
function shaped(schema: SchemaObject, value: unknown): unknown {
  const text = compileShape(document, schema)(value, empty);
  return text === undefined ? undefined : JSON.parse(text);
}
const object = (properties: Readonly<Record<string, SchemaObject>>, more: object = {}): SchemaObject => ({
  type: 'object',
  properties,
  ...more,
});

describe('an object', () => {
  it('shows the properties its schema declares, in the schema’s order', () => {
    const text = compileShape(document, object({ b: {}, a: {} }))({ a: 1, b: 2, c: 3 }, empty);
    expect(text).toBe('{"b":2,"a":1}');
  });

  it('never shows what is only written', () => {
    expect(shaped(object({ a: { writeOnly: true }, b: {} }), { a: 1, b: 2 })).toEqual({ b: 2 });
  });

  it('has null for what is missing, required and nullable, and leaves out everything else that is missing', () => {
    const nullable: SchemaObject = { type: ['string', 'null'] };
    const schema = object({ a: nullable, b: nullable, c: { type: 'string' }, d: { anyOf: [{}, { type: 'null' }] } });
    expect(shaped({ ...schema, required: ['a', 'c', 'd'] }, {})).toEqual({ a: null, d: null });
  });

  it('leaves out a null that its schema does not allow', () => {
    expect(
      shaped(object({ a: { type: 'string' }, b: { type: 'integer' }, c: {} }), { a: null, b: null, c: null }),
    ).toEqual({
      c: null,
    });
  });

  it('shows other properties where they are allowed, by their schema', () => {
    const open = object({ a: {} }, { additionalProperties: { type: 'string' } });
    expect(shaped(open, { x: 1, a: 2, y: 'z' })).toEqual({ a: 2, x: '1', y: 'z' });
    expect(shaped(object({ a: {} }, { additionalProperties: true }), { x: 1 })).toEqual({ x: 1 });
    expect(shaped(object({ a: {} }, { additionalProperties: false }), { x: 1 })).toEqual({});
  });

  it('is joined from all its parts', () => {
    expect(shaped({ $ref: '#/components/schemas/Counted' }, { count: 1, other: 2 })).toEqual({ name: null, count: 1 });
  });

  it('may contain itself', () => {
    const chain = { name: 'a', next: { name: 'b', extra: 1, next: { next: {} } } };
    expect(shaped({ $ref: '#/components/schemas/Node' }, chain)).toEqual({
      name: 'a',
      next: { name: 'b', next: { next: {} } },
    });
  });

  it('is null where one of the alternatives is', () => {
    const alternatives: SchemaObject = { anyOf: [{ type: 'null' }, { $ref: '#/components/schemas/Named' }] };
    expect(shaped(alternatives, null)).toBeNull();
    expect(shaped(alternatives, { name: 'a', other: 1 })).toEqual({ name: 'a' });
  });
});

describe('a value', () => {
  it.each<[string, SchemaObject, unknown, unknown]>([
    ['a number becomes text where text is asked for', { type: 'string' }, 100211, '100211'],
    ['true becomes 1 where an integer is asked for', { type: 'integer' }, true, 1],
    ['false becomes 0 where a number is asked for', { type: 'number' }, false, 0],
    ['a number stays one where either may be', { type: ['string', 'integer'] }, 7, 7],
    ['text stays text where a number is asked for', { type: 'integer' }, '7', '7'],
    ['true stays true where a truth value is asked for', { type: 'boolean' }, true, true],
    ['true stays true where a truth value is allowed', { type: ['boolean', 'integer'] }, true, true],
    ['anything stays itself without a type', {}, { a: [1] }, { a: [1] }],
    ['null stays where it is allowed', { type: ['integer', 'null'] }, null, null],
  ])('%s', (_, schema, value, expected) => {
    expect(shaped(schema, value)).toEqual(expected);
  });

  it('in a list is shaped like the list’s items', () => {
    const ids: SchemaObject = { type: 'array', items: { type: 'string' } };
    expect(shaped(ids, [1, '2'])).toEqual(['1', '2']);
    expect(shaped(ids, [null]), 'a place in a list is never left out').toEqual([null]);
  });
});

describe('a record', () => {
  const store = storeOf(
    draft('depot', 'd1', { id: 'd1', name: 'North' }),
    draft('parcel', 'p1', { id: 'p1', depot_id: 'd1', weight: 2 }),
    draft('parcel', 'p2', { id: 'p2', depot_id: 'gone', weight: 3 }),
  );
  const nested = object({ id: {}, depot: object({ name: {}, parcel_count: {} }), weight: {} });
  const show = (schema: SchemaObject, resource: string, key: string, about = {}) => {
    const record = store.find(resource, '', key);
    return JSON.parse(compileShape(document, schema)(record && asRecord(record), scopeOf(store, about)) ?? 'null');
  };

  it('shows the record it refers to where an object of the ref’s name is declared, with its computed fields', () => {
    expect(show(nested, 'parcel', 'p1')).toEqual({ id: 'p1', depot: { name: 'North', parcel_count: 1 }, weight: 2 });
    expect(show(nested, 'parcel', 'p2'), 'nothing where that is gone').toEqual({ id: 'p2', weight: 3 });
  });

  it('hides the fields a row hides', () => {
    expect(show(nested, 'parcel', 'p1', { hidden: new Set(['weight', 'depot']) })).toEqual({ id: 'p1' });
  });

  it('is shown with all its fields where nothing is declared', () => {
    expect(show({}, 'parcel', 'p2')).toEqual({ id: 'p2', depot_id: 'gone', weight: 3 });
  });
});
