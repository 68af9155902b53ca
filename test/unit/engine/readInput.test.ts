import { describe, expect, it } from 'vitest';
import type { IntegerReading } from '../../../src/engine/input/coerce.js';
import { compileReadInput } from '../../../src/engine/input/readInput.js';
import type { OpenApiDocument, ParameterObject, SchemaObject } from '../../../src/language/openapi.js';

const document: OpenApiDocument = {
  openapi: '3.1.1',
  info: { title: 'T', version: '1' },
  components: {
    schemas: { Ids: { type: 'array', items: { $ref: '#/components/schemas/Id' } }, Id: { type: 'integer' } },
  },
};
const integers: SchemaObject = { type: 'array', items: { type: 'integer' } };

/** What a request comes to when its operation declares exactly these parameters. */
function read(
  parameters: readonly Partial<ParameterObject>[],
  raw: { path?: Record<string, string>; query?: string; headers?: Record<string, string> },
  reading: IntegerReading = 'strict',
) {
  const readInput = compileReadInput(document, {}, parameters as ParameterObject[], reading);
  return readInput({ path: {}, query: '', headers: {}, body: undefined, ...raw });
}

function query(parameter: Partial<ParameterObject>, text: string, reading?: IntegerReading): unknown {
  return read([{ name: 'a', in: 'query', ...parameter }], { query: text }, reading).input.query['a'];
}

describe('a list in the query', () => {
  it.each<[string, Partial<ParameterObject>, string, unknown]>([
    ['is repeated by default', {}, 'a=1&a=2', [1, 2]],
    ['is not split at commas by default', {}, 'a=1,2', ['1,2']],
    ['is split at commas without explode', { explode: false }, 'a=1,2', [1, 2]],
    ['is split at an encoded comma too', { explode: false }, 'a=1%2C2', [1, 2]],
    ['is split at spaces', { style: 'spaceDelimited' }, 'a=1%202+3', [1, 2, 3]],
    ['is split at bars', { style: 'pipeDelimited' }, 'a=1|2', [1, 2]],
    ['may be repeated under any style', { style: 'pipeDelimited', explode: true }, 'a=1&a=2', [1, 2]],
    ['has one item where it is given once', {}, 'a=7', [7]],
    ['keeps an item that does not fit as text', {}, 'a=1&a=x', [1, 'x']],
    ['is nothing where it is not given', {}, 'b=1', undefined],
  ])('%s', (_, parameter, text, expected) => {
    expect(query({ schema: integers, ...parameter }, text)).toEqual(expected);
  });

  it('finds its items’ type behind references', () => {
    expect(query({ schema: { $ref: '#/components/schemas/Ids' } }, 'a=1&a=2')).toEqual([1, 2]);
  });
});

describe('a single value', () => {
  it.each<[SchemaObject['type'], string, unknown]>([
    ['integer', '-07', -7],
    ['integer', '1.0', '1.0'],
    ['integer', '1e3', '1e3'],
    ['integer', '9007199254740991', 9007199254740991],
    ['integer', '9007199254740993', '9007199254740993'],
    ['integer', '', ''],
    ['number', '1e3', 1000],
    ['number', '.5', 0.5],
    ['number', '0x10', '0x10'],
    ['number', 'Infinity', 'Infinity'],
    ['boolean', 'true', true],
    ['boolean', 'TRUE', 'TRUE'],
    ['boolean', '1', '1'],
    ['string', '007', '007'],
    [['integer', 'null'], '3', 3],
    [undefined, '3', '3'],
  ])('of type %s: %s', (type, text, expected) => {
    expect(query({ schema: type === undefined ? {} : { type } }, `a=${text}`)).toBe(expected);
  });

  it.each([
    ['100211.9', 100211],
    ['-1.9', -1],
    ['7.', 7],
    ['1.5e3', '1.5e3'],
    ['.9', '.9'],
  ])('loses its decimals where integers are truncated: %s', (text, expected) => {
    expect(query({ schema: { type: 'integer' } }, `a=${text}`, 'truncate')).toBe(expected);
  });

  it('given twice is a list, for its schema to refuse', () => {
    expect(query({ schema: { type: 'integer' } }, 'a=1&a=2')).toEqual(['1', '2']);
  });

  it('is empty without an equals sign, and keeps further ones', () => {
    expect(query({}, 'a')).toBe('');
    expect(query({}, 'a=b=c')).toBe('b=c');
  });

  it('is decoded, plus as space', () => {
    expect(query({}, 'a=x+y%2Bz')).toBe('x y+z');
    expect(read([{ name: 'duration[gte]', in: 'query' }], { query: 'duration%5Bgte%5D=1' }).input.query).toEqual({
      'duration[gte]': '1',
    });
  });
});

it('keeps parameters nobody declared apart, repeated ones as lists', () => {
  const { input } = read([{ name: 'a', in: 'query' }], { query: 'a=1&b=2&&c=3&c=4' });
  expect(input.query).toEqual({ a: '1' });
  expect(input.undeclared).toEqual({ b: '2', c: ['3', '4'] });
});

it('keeps a parameter by whatever name', () => {
  const { input } = read([], { query: '__proto__=1&__proto__=2&constructor=3' });
  expect(Object.entries(input.undeclared)).toEqual([
    ['__proto__', ['1', '2']],
    ['constructor', '3'],
  ]);
  const seen: string[] = [];
  for (const name in input.undeclared) seen.push(name);
  expect(seen, 'and no other').toEqual(['__proto__', 'constructor']);
});

it('refuses a query it cannot decode, and reads nothing of it', () => {
  const answer = read([{ name: 'a', in: 'query' }], { query: 'a=1&b=%E0%A4%A' });
  expect(answer).toMatchObject({ failure: { kind: 'malformed', in: 'query' }, input: { query: {} } });
});

it('reads headers by any case, lists split at commas', () => {
  const parameters: Partial<ParameterObject>[] = [
    { name: 'X-Count', in: 'header', schema: { type: 'integer' } },
    { name: 'X-Ids', in: 'header', schema: integers },
    { name: 'X-None', in: 'header' },
  ];
  const { input } = read(parameters, { headers: { 'x-count': '3', 'x-ids': '1,2' } });
  expect(input.header).toEqual({ 'x-count': 3, 'x-ids': [1, 2] });
});

it('reads path parameters by their schema', () => {
  const parameters: Partial<ParameterObject>[] = [
    { name: 'id', in: 'path', schema: { type: 'integer' } },
    { name: 'ids', in: 'path', schema: integers },
  ];
  expect(read(parameters, { path: { id: '12', ids: '1,2' } }).input.path).toEqual({ id: 12, ids: [1, 2] });
});
