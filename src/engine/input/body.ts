import { parseMultipart } from '@remix-run/multipart-parser';
import type { MediaTypeObject, OpenApiDocument, RequestBodyObject, SchemaObject } from '../../language/openapi.js';
import { resolveRef } from '../../language/resolveRef.js';
import type { Failure } from '../scope.js';
import { type Coerce, compileCoercion, type IntegerReading, typesOf } from './coerce.js';

/** A body, read; or why it cannot be. */
export type BodyRead = { readonly value: unknown } | { readonly failure: Failure };

export type ReadBody = (body: Uint8Array | undefined, contentType: string | undefined) => BodyRead;

type Parse = (body: Uint8Array, contentType: string) => BodyRead;

const nothing: BodyRead = { value: undefined };
const text = new TextDecoder('utf-8', { fatal: true });

/** Compiles the reading of an operation's request body. A body nobody declared is ignored. */
export function compileBody(
  document: OpenApiDocument,
  declared: RequestBodyObject | undefined,
  integers: IntegerReading,
): ReadBody {
  const content = declared && resolveRef(document, declared).content;
  if (!content) return () => nothing;
  const parsers = Object.entries(content).map(([mediaType, media]) => ({
    mediaType: mediaType.toLowerCase(),
    parse: compileMediaType(document, mediaType.toLowerCase(), media, integers),
  }));
  const first = parsers[0];
  return (body, contentType) => {
    if (!body || body.byteLength === 0) return nothing;
    const given = contentType?.split(';')[0]?.trim().toLowerCase();
    // A body without a type is read as what the operation expects (RFC 9110, 8.3, leaves the recipient to decide).
    const parser = given === undefined ? first : parsers.find(({ mediaType }) => matches(mediaType, given));
    if (!parser)
      return {
        failure: {
          kind: 'mediaType',
          in: 'header',
          at: 'content-type',
          name: 'Content-Type',
          explanation: `The body was sent as ${given}; expected ${parsers.map(({ mediaType }) => mediaType).join(' or ')}.`,
        },
      };
    return parser.parse(body, contentType ?? parser.mediaType);
  };
}

function matches(declared: string, given: string): boolean {
  if (declared === given || declared === '*/*') return true;
  return declared.endsWith('/*') && given.startsWith(declared.slice(0, -1));
}

function compileMediaType(
  document: OpenApiDocument,
  mediaType: string,
  media: MediaTypeObject,
  integers: IntegerReading,
): Parse {
  if (mediaType === 'application/json' || mediaType.endsWith('+json')) return parseJson;
  const fields = formFields(document, media.schema, integers);
  if (mediaType === 'multipart/form-data')
    return (body, contentType) => parseForm(fields, multipartEntries(body, contentType));
  if (mediaType === 'application/x-www-form-urlencoded') return (body) => parseForm(fields, urlEncodedEntries(body));
  return (body) => ({ value: { type: mediaType, size: body.byteLength } });
}

function malformed(explanation: string): BodyRead {
  return { failure: { kind: 'malformed', in: 'body', at: '', name: 'body', explanation } };
}

function parseJson(body: Uint8Array): BodyRead {
  try {
    return { value: JSON.parse(text.decode(body)) };
  } catch (error) {
    return malformed(`The body is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

interface FormField {
  readonly isArray: boolean;
  readonly isJson: boolean;
  readonly coerce: Coerce;
}

type FormEntry = readonly [
  name: string,
  value: string | { readonly filename: string; readonly type: string; readonly size: number },
];

function formFields(
  document: OpenApiDocument,
  schema: SchemaObject | undefined,
  integers: IntegerReading,
): ReadonlyMap<string, FormField> {
  const resolved = schema && resolveRef(document, schema);
  return new Map(
    Object.entries(resolved?.properties ?? {}).map(([name, property]) => {
      const own = resolveRef(document, property);
      const isArray = typesOf(own).includes('array');
      return [
        name,
        {
          isArray,
          isJson: own.contentMediaType === 'application/json',
          coerce: compileCoercion(document, isArray ? own.items : own, integers),
        },
      ];
    }),
  );
}

function* multipartEntries(body: Uint8Array, contentType: string): Generator<FormEntry> {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  if (!boundary) throw new Error('the Content-Type names no boundary');
  const limits = { maxFileSize: body.byteLength, maxTotalSize: body.byteLength };
  for (const part of parseMultipart(body, { boundary: boundary[1] ?? boundary[2] ?? '', ...limits })) {
    if (part.name === undefined) continue;
    const isFile = part.filename !== undefined || part.mediaType === 'application/octet-stream';
    yield [
      part.name,
      isFile
        ? { filename: part.filename ?? part.name, type: part.mediaType ?? 'application/octet-stream', size: part.size }
        : part.text,
    ];
  }
}

function* urlEncodedEntries(body: Uint8Array): Generator<FormEntry> {
  yield* new URLSearchParams(text.decode(body));
}

function parseForm(fields: ReadonlyMap<string, FormField>, entries: Generator<FormEntry>): BodyRead {
  // Names come from clients: without a prototype `__proto__` is one like any other.
  const value: Record<string, unknown> = Object.create(null);
  try {
    for (const [name, entry] of entries) {
      const field = fields.get(name);
      if (field?.isJson && typeof entry === 'string') {
        const parsed = parseJsonPart(name, entry);
        if ('failure' in parsed) return parsed;
        value[name] = parsed.value;
        continue;
      }
      const read = typeof entry === 'string' && field ? field.coerce(entry) : entry;
      if (field?.isArray) value[name] = [...((value[name] as unknown[] | undefined) ?? []), read];
      else value[name] = read;
    }
  } catch (error) {
    return malformed(`The form could not be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  return { value };
}

function parseJsonPart(name: string, part: string): BodyRead {
  try {
    return { value: JSON.parse(part) };
  } catch {
    return {
      failure: {
        kind: 'invalid',
        in: 'body',
        at: `/${name}`,
        name,
        keyword: 'contentMediaType',
        explanation: `The part "${name}" is not JSON.`,
      },
    };
  }
}
