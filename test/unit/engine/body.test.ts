import { describe, expect, it } from 'vitest';
import { compileBody } from '../../../src/engine/input/body.js';
import type { MediaTypeObject, OpenApiDocument, SchemaObject } from '../../../src/language/openapi.js';

const document: OpenApiDocument = { openapi: '3.1.1', info: { title: 'T', version: '1' } };
const form: SchemaObject = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    count: { type: 'integer' },
    loud: { type: 'boolean' },
    tags: { type: 'array', items: { type: 'integer' } },
    file: { type: 'string', format: 'binary' },
    meta: { type: 'string', contentMediaType: 'application/json' },
  },
};

function reader(content: Readonly<Record<string, MediaTypeObject>>) {
  const readBody = compileBody(document, { content }, 'strict');
  return (text: string, type?: string) => readBody(new TextEncoder().encode(text), type);
}
const json = reader({ 'application/json': {} });
const multipart = reader({ 'multipart/form-data': { schema: form } });

/** A form's parts, each with its headers after the name. */
function parts(...given: readonly (readonly [name: string, value: string, more?: string])[]): string {
  const written = given.map(
    ([name, value, more = '']) => `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`,
  );
  return `${written.join('')}--b--\r\n`;
}
const b = 'multipart/form-data; boundary=b';

describe('a JSON body', () => {
  it('is read whatever the case and parameters of its type', () => {
    expect(json('{"a":1}', 'Application/JSON; charset=utf-8')).toEqual({ value: { a: 1 } });
  });

  it('without a type is read as what the operation expects', () => {
    expect(json('[1]')).toEqual({ value: [1] });
  });

  it('that is none is malformed', () => {
    expect(json('{"a":', 'application/json')).toMatchObject({ failure: { kind: 'malformed', in: 'body' } });
    const notUtf8 = compileBody(document, { content: { 'application/json': {} } }, 'strict');
    expect(notUtf8(Uint8Array.of(0x22, 0xff, 0x22), 'application/json')).toMatchObject({
      failure: { kind: 'malformed' },
    });
  });

  it('of another type is refused, naming the ones there are', () => {
    const answer = json('{}', 'text/plain');
    expect(answer).toMatchObject({ failure: { kind: 'mediaType', at: 'content-type' } });
    expect('failure' in answer && answer.failure.explanation).toBe(
      'The body was sent as text/plain; expected application/json.',
    );
  });

  it('is nothing where it is empty or nobody asked for it', () => {
    expect(json('', 'text/plain')).toEqual({ value: undefined });
    expect(compileBody(document, undefined, 'strict')(Uint8Array.of(1), 'text/plain')).toEqual({ value: undefined });
  });

  it('may be of any type the operation lists', () => {
    const both = reader({ 'application/merge-patch+json': {}, 'text/*': {} });
    expect(both('{}', 'application/merge-patch+json')).toEqual({ value: {} });
    expect(both('abc', 'text/csv')).toEqual({ value: { type: 'text/*', size: 3 } });
    expect(both('{}', 'application/json')).toMatchObject({ failure: { kind: 'mediaType' } });
  });
});

describe('a form of several parts', () => {
  it('gives texts the types of their fields, files what is known of them', () => {
    const file = '; filename="a.mp4"\r\nContent-Type: video/mp4';
    const text = parts(
      ['name', 'x'],
      ['count', '3'],
      ['loud', 'true'],
      ['tags', '1'],
      ['tags', '2'],
      ['file', 'abc', file],
    );
    expect(multipart(text, b)).toEqual({
      value: {
        name: 'x',
        count: 3,
        loud: true,
        tags: [1, 2],
        file: { filename: 'a.mp4', type: 'video/mp4', size: 3 },
      },
    });
  });

  it('takes bytes without a filename for a file', () => {
    const answer = multipart(parts(['file', 'abc', '\r\nContent-Type: application/octet-stream']), b);
    expect(answer).toEqual({ value: { file: { filename: 'file', type: 'application/octet-stream', size: 3 } } });
  });

  it('reads a part that is JSON, and says which one is not', () => {
    expect(multipart(parts(['meta', '{"a":[1]}']), b)).toEqual({ value: { meta: { a: [1] } } });
    expect(multipart(parts(['meta', '{']), b)).toMatchObject({
      failure: { kind: 'invalid', in: 'body', at: '/meta', name: 'meta', keyword: 'contentMediaType' },
    });
  });

  it.each([
    ['quoted', 'multipart/form-data; boundary="b"'],
    ['after other parameters', 'multipart/form-data; charset=utf-8; Boundary=b'],
    ['before others', 'multipart/form-data; boundary=b;charset=utf-8'],
  ])('may have its boundary %s', (_, type) => {
    expect(multipart(parts(['name', 'x']), type)).toEqual({ value: { name: 'x' } });
  });

  it('may have spaces and semicolons in a quoted boundary', () => {
    const text = parts(['name', 'x']).replaceAll('--b', '--b; c d');
    expect(multipart(text, 'multipart/form-data; boundary="b; c d"')).toEqual({ value: { name: 'x' } });
  });

  it.each([
    ['names no boundary', parts(['name', 'x']), 'multipart/form-data'],
    ['names another boundary', parts(['name', 'x']), 'multipart/form-data; boundary=c'],
    ['is cut off', parts(['name', 'x']).slice(0, -8), b],
    ['is no form at all', 'hello', b],
  ])('is malformed where it %s', (_, text, type) => {
    expect(multipart(text, type)).toMatchObject({ failure: { kind: 'malformed', in: 'body' } });
  });

  it('keeps parts by whatever name', () => {
    const answer = multipart(parts(['__proto__', 'x', '; filename="x"'], ['other', 'y']), b);
    const value = 'value' in answer ? (answer.value as object) : {};
    expect(Object.keys(value)).toEqual(['__proto__', 'other']);
    expect('filename' in value, 'and gives the form no fields of a file').toBe(false);
  });
});

it('reads a form in the manner of a query', () => {
  const encoded = reader({ 'application/x-www-form-urlencoded': { schema: form } });
  expect(encoded('name=a+b&count=3&tags=1&tags=2', 'application/x-www-form-urlencoded')).toEqual({
    value: { name: 'a b', count: 3, tags: [1, 2] },
  });
});
