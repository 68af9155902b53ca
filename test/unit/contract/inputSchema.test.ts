import { describe, expect, test } from 'vitest';
import { checkContract } from '../../../src/contract/checkContract.js';
import { compileInputValidators } from '../../../src/contract/inputValidators.js';
import type { CompiledContract } from '../../../src/language/compiledContract.js';
import type { OpenApiDocument } from '../../../src/language/openapi.js';

const { compiled: parcels } = await checkContract('test/fixtures/contracts/parcels');
if (!parcels) throw new Error('the parcels contract does not compile');

/** What the validator of one operation says of an input. */
function check(contract: CompiledContract, operationId: string, input: object) {
  const whole = { path: {}, query: {}, header: {}, ...structuredClone(input) };
  const validator = compileInputValidators(contract)(operationId);
  const ok = validator(whole);
  return {
    ok,
    input: whole,
    error: ok ? undefined : `${validator.errors?.[0]?.instancePath} ${validator.errors?.[0]?.keyword}`,
  };
}

function contractOf(operation: object, components: object = {}): CompiledContract {
  const document = {
    openapi: '3.1.0',
    info: { title: 't', version: 'v' },
    paths: { '/x/{id}': { post: { operationId: 'op', ...operation } } },
    components,
  };
  return { ...(parcels as CompiledContract), document: document as unknown as OpenApiDocument };
}

const id = '1f0c7a52-54a5-4b47-9a3e-0d2c54a4f001';

describe("an operation's input", () => {
  test.each([
    ['getParcel', { path: { id } }],
    ['listParcels', { query: { status: ['done', 'lost'], page: 2, undeclared: 'x' } }],
    ['createParcel', { body: { depot_id: id, weight: 1, note: null, more: true } }],
  ])('of %s is taken: %j', (operation, input) => {
    expect(check(parcels, operation, input).error).toBeUndefined();
  });

  test.each([
    ['getParcel', {}, '/path required'],
    ['getParcel', { path: { id: 'nonsense' } }, '/path/id pattern'],
    ['listParcels', { query: { status: ['gone'] } }, '/query/status/0 enum'],
    ['listParcels', { query: { size: 51 } }, '/query/size maximum'],
    ['listParcels', { query: { page: '2' } }, '/query/page type'],
    ['createParcel', {}, ' required'],
    ['createParcel', { body: { weight: 1 } }, '/body required'],
    ['createParcel', { body: { depot_id: id, weight: 31 } }, '/body/weight maximum'],
    ['createParcel', { body: [] }, '/body type'],
  ])('of %s is refused: %j', (operation, input, error) => {
    expect(check(parcels, operation, input).error).toBe(error);
  });

  test('has its defaults filled in', () => {
    expect(check(parcels, 'listParcels', { query: { page: 3 } }).input.query).toEqual({
      page: 3,
      size: 10,
      sort: 'created_at',
      order: 'asc',
    });
  });

  test('has a default filled in that stands behind a $ref', () => {
    const components = {
      schemas: { Size: { $ref: '#/components/schemas/Count' }, Count: { type: 'integer', default: 5 } },
    };
    const contract = contractOf(
      { parameters: [{ name: 'size', in: 'query', schema: { $ref: '#/components/schemas/Size' } }] },
      components,
    );
    expect(check(contract, 'op', {})).toMatchObject({ ok: true, input: { query: { size: 5 } } });
    expect(check(contract, 'op', { query: { size: 'x' } }).error).toBe('/query/size type');
  });

  test('has its header names in lower case, and leaves those alone that OpenAPI says are no parameters', () => {
    const header = (name: string) => ({ name, in: 'header', required: true, schema: { type: 'string', minLength: 2 } });
    const contract = contractOf({
      parameters: [header('X-Sdk-Date'), header('Authorization'), header('Content-Type')],
    });
    expect(check(contract, 'op', { header: { 'x-sdk-date': 'now' } }).ok).toBe(true);
    expect(check(contract, 'op', { header: { 'x-sdk-date': 'n' } }).error).toBe('/header/x-sdk-date minLength');
    expect(check(contract, 'op', {}).error).toBe('/header required');
  });

  test("lets an operation's own parameter win over that of its path", () => {
    const contract = contractOf({ parameters: [{ name: 'n', in: 'query', schema: { type: 'integer' } }] });
    const item = contract.document.paths?.['/x/{id}'];
    const shared = {
      ...item,
      parameters: [
        { name: 'n', in: 'query', required: true, schema: { type: 'string' } },
        { name: 'id', in: 'path', required: true, schema: { type: 'string', maxLength: 1 } },
      ],
    } as const;
    const both = { ...contract, document: { ...contract.document, paths: { '/x/{id}': shared } } } as CompiledContract;
    expect(check(both, 'op', { path: { id: 'a' }, query: { n: 1 } }).ok).toBe(true);
    expect(check(both, 'op', { path: { id: 'a' }, query: { n: 'a' } }).error).toBe('/query/n type');
    expect(check(both, 'op', { path: { id: 'ab' } }).error).toBe('/path/id maxLength');
  });

  test('keeps a property that is named like a keyword, and data that looks like a ref', () => {
    const schema = { type: 'object', properties: { $ref: { type: 'integer' }, enum: { enum: [{ $ref: '#/x' }] } } };
    const contract = contractOf({ requestBody: { content: { 'application/json': { schema } } } });
    expect(check(contract, 'op', { body: { $ref: 1, enum: { $ref: '#/x' } } }).ok).toBe(true);
    expect(check(contract, 'op', { body: { $ref: 'a' } }).error).toBe('/body/$ref type');
  });

  test('may leave out a body that is not required', () => {
    const contract = contractOf({ requestBody: { content: { 'application/json': { schema: { type: 'object' } } } } });
    expect(check(contract, 'op', {}).ok).toBe(true);
    expect(check(contract, 'op', { body: 1 }).error).toBe('/body type');
  });

  test('may have the body of any of its media types', () => {
    const content = {
      'application/json': { schema: { type: 'object', required: ['a'] } },
      'text/plain': { schema: { type: 'string' } },
    };
    const contract = contractOf({ requestBody: { content } });
    expect([{ a: 1 }, 'text', 5].map((body) => check(contract, 'op', { body }).ok)).toEqual([true, true, false]);
  });

  test('follows refs that lead through other refs, and to itself', () => {
    const schemas = {
      Tree: {
        type: 'object',
        properties: {
          children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
          n: { $ref: '#/components/schemas/N' },
        },
      },
      N: { type: 'integer' },
    };
    const contract = contractOf(
      { requestBody: { $ref: '#/components/requestBodies/B' } },
      {
        schemas,
        requestBodies: { B: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Tree' } } } } },
      },
    );
    expect(check(contract, 'op', { body: { children: [{ children: [], n: 1 }] } }).ok).toBe(true);
    expect(check(contract, 'op', { body: { children: [{ children: [{ n: 'x' }] }] } }).error).toBe(
      '/body/children/0/children/0/n type',
    );
  });
});

describe('a multipart body', () => {
  const part = {
    type: 'string',
    contentMediaType: 'application/json',
    contentSchema: { $ref: '#/components/schemas/Meta' },
  };
  const schema = {
    type: 'object',
    required: ['index_id'],
    anyOf: [{ required: ['video_file'] }, { required: ['video_url'] }],
    properties: {
      index_id: { type: 'string' },
      meta: part,
      video_file: { type: 'string', format: 'binary' },
      thumb: { type: 'string', contentMediaType: 'image/png' },
      video_url: { type: 'string' },
    },
  };
  const contract = contractOf(
    {
      requestBody: {
        required: true,
        content: { 'multipart/form-data': { schema: { $ref: '#/components/schemas/Upload' } } },
      },
    },
    { schemas: { Upload: schema, Meta: { type: 'object', properties: { n: { type: 'integer' } } } } },
  );
  const file = { filename: 'a.mp4', type: 'video/mp4', size: 3 };

  test.each([
    [{ index_id: 'i', video_file: file }, undefined],
    [{ index_id: 'i', video_url: 'u', meta: { n: 1 }, thumb: file }, undefined],
    [{ index_id: 'i', video_url: 'u', meta: { n: 'x' } }, '/body/meta/n type'],
    [{ index_id: 'i', video_url: 'u', meta: '{}' }, '/body/meta type'],
    [{ index_id: 'i', video_file: 'not a file' }, '/body/video_file type'],
    [{ video_url: 'u' }, '/body required'],
  ])('is checked by its parts: %j', (body, error) => {
    expect(check(contract, 'op', { body }).error).toBe(error);
  });

  test('needs one of two parts where the schema says so', () => {
    expect(check(contract, 'op', { body: { index_id: 'i' } }).ok).toBe(false);
  });
});

test('a validator is compiled once, and only for operations there are', () => {
  const validators = compileInputValidators(parcels);
  expect(validators('getParcel')).toBe(validators('getParcel'));
  expect(() => validators('toString')).toThrow('no operation toString');
});
