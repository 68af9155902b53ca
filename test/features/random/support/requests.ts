import fc from 'fast-check';
import { deriveCases, setStage } from '../../../../src/conformance/index.js';
import { linkContract } from '../../../../src/engine/link.js';
import type { LoadedContract } from '../../../../src/engine/loadedContract.js';
import type { Mock, PlainRequest } from '../../../../src/mock/mock.js';
import { buildRequest } from '../../../../src/request/buildRequest.js';
import { signRequest } from '../../../../src/request/signRequest.js';

const encode = (text: string) => new TextEncoder().encode(text);
const join = (name: string, values: readonly string[]) => values.map((value) => `${name}=${value}`).join('&');

/** A situation in which a documented request means something: the ground from which the random ones stray. */
export interface Ground {
  readonly id: string;
  readonly request: PlainRequest;
  /** Brings a sandbox into the situation. */
  readonly prepare: (mock: Mock) => void;
}

/** One ground for every row of every table of a contract. */
export function groundsOf(contract: LoadedContract, wallTime: number): readonly Ground[] {
  const linked = linkContract(contract.compiled, contract.validators, contract.functions);
  return deriveCases(contract).map(({ id, provider, operation, stage }) => {
    const built = buildRequest(contract.compiled.document, operation, stage.request);
    const named = { ...built, headers: { host: 'localhost', ...built.headers } };
    return {
      id,
      request: signRequest(linked, operation, named, wallTime),
      prepare(mock) {
        mock.reset();
        setStage(mock, provider, stage);
      },
    };
  });
}

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 12 }),
  fc.constantFrom('%', '%zz', '%E0%A4%A', '%00', '%2F', '..', '__proto__', 'constructor', 'toString', '', ' ', 'null'),
  fc.constantFrom('1e400', '-1', '99999999999999999999', '0x10', '1.5', 'NaN', 'true', '[]', '{}', '\u0000', '💥'),
);
const method = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'get', 'BREW', '');

/** Segments cut out, doubled, replaced; slashes too many. */
const bendPath = fc.oneof(
  fc.constant((path: string) => path),
  fc.record({ at: fc.nat(8), text: oddText, encoded: fc.boolean() }).map(({ at, text, encoded }) => (path: string) => {
    const segments = path.split('/');
    segments[at % segments.length] = encoded ? encodeURIComponent(text) : text.replaceAll('?', '');
    return segments.join('/');
  }),
  fc.constantFrom(
    (path: string) => `${path}/`,
    (path: string) => path.replaceAll('/', '//'),
    (path: string) => path.slice(0, -1),
    (path: string) => path.toUpperCase(),
    (path: string) => path.split('/').slice(0, -1).join('/'),
    (path: string) => encodeURIComponent(path),
    () => '',
    () => '*',
    () => '/',
  ),
);

/** Values given twice, bracketed, emptied, undecodable; parameters nobody knows. */
const knownNames = ['task_id', 'status', 'page', 'size', 'limit', 'offset', 'index', 'page_limit', 'sort_by', 'force'];
const oddName = fc.oneof(
  fc.constantFrom(...knownNames, 'duration[gte]', 'created_at', 'version_id', 'filename'),
  oddText,
);
const oddQuery = fc.oneof(
  fc.constant(undefined),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc
    .array(fc.tuple(oddName, fc.array(oddText, { minLength: 1, maxLength: 3 })), { maxLength: 4 })
    .map((pairs) => pairs.map(([name, values]) => join(name, values)).join('&')),
  fc
    .array(fc.tuple(oddName, oddText), { maxLength: 4 })
    .map((pairs) => pairs.map((pair) => pair.map((text) => encodeURIComponent(text)).join('=')).join('&')),
);

const boundary = 'xyz';
const part = fc
  .record({
    name: fc.constantFrom('index_id', 'video_url', 'video_file', 'method', 'url', 'file', 'user_metadata', 'x"y'),
    value: oddText,
    file: fc.boolean(),
    broken: fc.boolean(),
  })
  .map(({ name, value, file, broken }) => {
    const filename = file ? `; filename="${value}"` : '';
    return `--${boundary}${broken ? '' : '\r\n'}Content-Disposition: form-data; name="${name}"${filename}\r\n\r\n${value}\r\n`;
  });
const form = fc
  .tuple(fc.array(part, { maxLength: 4 }), fc.constantFrom(`--${boundary}--\r\n`, `--${boundary}--`, '', '--'))
  .map(([parts, end]) => encode(parts.join('') + end));

/** JSON with the names the providers know and values they do not expect. */
const wildJson = fc.jsonValue({ maxDepth: 3 });
const knownFields = [
  'name',
  'task_id',
  'template',
  'inputs',
  'output',
  'index_name',
  'models',
  'user_metadata',
  'description',
];
const oddJson = fc.oneof(
  wildJson,
  fc.dictionary(fc.constantFrom(...knownFields, '__proto__', 'constructor'), wildJson, { maxKeys: 6 }),
);
/** Bodies that have nothing to do with what was asked for. */
const foreignBody = fc.oneof(
  fc.constant(undefined),
  fc.uint8Array({ maxLength: 40 }),
  oddJson.map((value) => encode(JSON.stringify(value))),
  oddJson.map((value) => encode(JSON.stringify(value).slice(0, -1))),
  fc.nat(400).map((depth) => encode('['.repeat(depth * 10) + ']'.repeat(depth * 10))),
  form,
);

/** The documented body with one value replaced, doubled into a list, or left out; nested ones too. */
const bentBody = fc
  .record({ path: fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }), value: wildJson, how: fc.nat(2) })
  .map((bend) => (body: Uint8Array | undefined) => {
    try {
      return encode(JSON.stringify(bent(JSON.parse(new TextDecoder().decode(body)), bend)));
    } catch {
      return body;
    }
  });

type BendBody = (body: Uint8Array | undefined) => Uint8Array | undefined;
const bendBody = fc.oneof<fc.Arbitrary<BendBody>[]>(
  bentBody,
  bentBody,
  foreignBody.map((bytes) => () => bytes),
);

function bent(
  value: unknown,
  bend: { readonly path: readonly number[]; readonly value: unknown; readonly how: number },
): unknown {
  const [at, ...path] = bend.path;
  if (at === undefined) return bend.how === 1 ? [value, value] : bend.value;
  if (value === null || typeof value !== 'object') return bent(value, { ...bend, path: [] });
  const names = Object.keys(value);
  const name = names[at % Math.max(1, names.length)];
  if (name === undefined) return bend.value;
  const entries = Object.entries(value).flatMap(([own, item]) => {
    if (own !== name) return [[own, item]];
    return bend.how === 2 && path.length === 0 ? [] : [[own, bent(item, { ...bend, path })]];
  });
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

const contentType = fc.constantFrom(
  'application/json',
  'application/json; charset=utf-16',
  'APPLICATION/JSON',
  'text/plain',
  'application/x-www-form-urlencoded',
  `multipart/form-data; boundary=${boundary}`,
  `multipart/form-data; boundary="${boundary}"`,
  'multipart/form-data',
  'multipart/form-data; boundary=',
  ';;;',
  '',
);

/** Credentials of every kind that open nothing, or are no credentials. */
const odd = (...names: string[]) => fc.dictionary(fc.constantFrom(...names), oddText, { maxKeys: 3 });
const oddHeaders = fc.oneof(
  fc.constant({}),
  odd('x-api-key', 'x-auth-token', 'authorization', 'x-sdk-date', 'x-project-id', 'host', 'x-sdk-content-sha256'),
  odd('x-ncp-apigw-timestamp', 'x-ncp-iam-access-key', 'x-ncp-apigw-signature-v2'),
  fc.constantFrom(
    {
      authorization: 'SDK-HMAC-SHA256 Access=TOMBSTONEAK, SignedHeaders=host;nothing, Signature=00',
      'x-sdk-date': '20200101T000000Z',
    },
    { authorization: 'SDK-HMAC-SHA256 Access=__proto__, SignedHeaders=, Signature=' },
    { authorization: 'V11-HMAC-SHA256 Credential=a/b/c/d, SignedHeaders=host, Signature=0' },
    { authorization: `Bearer ${'x'.repeat(60_000)}`, 'x-api-key': 'y'.repeat(60_000) },
    { 'x-ncp-apigw-timestamp': '1e3', 'x-ncp-iam-access-key': 'constructor', 'x-ncp-apigw-signature-v2': 'é' },
  ),
);

interface Straying {
  readonly ground: Ground;
  readonly keepCredentials: boolean;
  readonly method: string | undefined;
  readonly bend: (path: string) => string;
  readonly query: string | undefined;
  readonly bendBody: BendBody;
  readonly contentType: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly tooLarge: boolean;
}

/** Once in so many requests; several at once would mostly end at the first gate. */
const onceIn = <T>(many: number, usual: T, odd: fc.Arbitrary<T>) =>
  fc.oneof({ weight: many - 1, arbitrary: fc.constant(usual) }, odd);
const asItIs = <T>(value: T): T => value;

/** A request that strays from a documented one in any number of ways, sometimes none; and the ground it strays from. */
export function strayingFrom(grounds: readonly Ground[]): fc.Arbitrary<Ground> {
  return fc
    .record<Straying>({
      ground: fc.constantFrom(...grounds),
      keepCredentials: onceIn<boolean>(8, true, fc.constant(false)),
      method: onceIn<string | undefined>(10, undefined, method),
      bend: onceIn<(path: string) => string>(5, asItIs, bendPath),
      query: onceIn<string | undefined>(3, undefined, oddQuery),
      bendBody: onceIn<BendBody>(2, asItIs, bendBody),
      contentType: onceIn<string | undefined>(8, undefined, contentType),
      headers: onceIn<Readonly<Record<string, string>>>(4, {}, oddHeaders),
      tooLarge: onceIn<boolean>(30, false, fc.constant(true)),
    })
    .map((straying) => ({ ...straying.ground, request: stray(straying.ground.request, straying) }));
}

function stray(base: PlainRequest, straying: Straying): PlainRequest {
  const [path = '', ...rest] = base.target.split('?');
  const query = straying.query ?? rest.join('?');
  const headers: Record<string, string> = { ...(straying.keepCredentials ? base.headers : {}), ...straying.headers };
  if (straying.contentType !== undefined) headers['content-type'] = straying.contentType;
  const body = straying.bendBody(base.body);
  return {
    method: straying.method ?? base.method,
    target: straying.bend(path) + (query === '' ? '' : `?${query}`),
    headers,
    ...(body ? { body } : {}),
    ...(straying.tooLarge ? { tooLarge: true as const } : {}),
  };
}
