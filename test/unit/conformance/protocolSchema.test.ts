import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { loadMessageCheck } from '../../../src/conformance/protocol/checkMessage.js';
import type { AdapterMessage, ResultFile, RunnerMessage } from '../../../src/conformance/protocol/messages.js';
import { type MessageName, messageCompiler, messageNames } from '../../../src/conformance/protocol/messageValidator.js';
import { readLine } from '../../../src/conformance/protocol/readLine.js';
import { loadBuilt } from '../../../src/contract/loadBuilt.js';
import { packageRoot } from '../../../src/contract/packageRoot.js';
import type { ReportWord } from '../../../src/language/lifecycle.js';

interface Schema {
  readonly properties?: Readonly<Record<string, { readonly enum?: readonly string[] }>>;
  readonly required?: readonly string[];
}

const path = 'src/conformance/protocol/messages.ts';
const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
const schema = JSON.parse(readFileSync('conformance/protocol.schema.json', 'utf8')) as {
  readonly $defs: Readonly<Record<string, Schema>>;
};
const check = await loadMessageCheck();

const runner: readonly RunnerMessage[] = [
  { type: 'hello', protocol: 1 },
  {
    type: 'run',
    seq: 7,
    case: 'twelvelabs/deleteTask/deleted/ready',
    provider: 'twelvelabs',
    baseUrl: 'http://127.0.0.1:41007/v1.3',
    credentials: {
      ApiKeyAuth: { header: 'x-api-key', value: 'tlk_tombstone' },
      AkSk: { accessKey: 'A', secret: 'S', partition: 'p' },
    },
    do: [
      {
        operation: 'getTask',
        parameters: { a: 1, b: [true, null] },
        until: { pointer: '/s', in: ['ready'], atMost: 3 },
      },
      { operation: 'createTask', parameters: {}, body: { any: ['json'] } },
    ],
  },
  { type: 'bye' },
];
const words: readonly ReportWord[] = ['deleted', 'refused', 'absent', 'denied', 'throttled', 'failed', 'unknown'];
const adapter: readonly AdapterMessage[] = [
  { type: 'hello', protocol: 1, client: { name: 'a' } },
  {
    type: 'hello',
    protocol: 1,
    client: { name: 'a', version: '1', language: 'Go', issues: 'https://example.com' },
    capabilities: ['deleteTask', '*'],
    concurrency: 4,
  },
  {
    type: 'result',
    seq: 0,
    outcomes: [{}, ...words.map((outcome) => ({ outcome, status: 204, code: 'c', message: 'm' }))],
  },
  { type: 'unsupported', seq: Number.MAX_SAFE_INTEGER, reason: 'r', issue: 'https://example.com' },
  { type: 'fault', seq: 1, message: 'm' },
];
const files: readonly ResultFile[] = [
  { type: 'result', outcomes: [{ outcome: 'deleted' }], client: { name: 'a' } },
  { type: 'unsupported', reason: 'r', issue: 'i' },
  { type: 'fault', message: 'm' },
];

/** Member → is it optional, of an interface of messages.ts. */
function membersOf(name: string): Readonly<Record<string, boolean>> {
  const found = source.statements.find((one) => ts.isInterfaceDeclaration(one) && one.name.text === name);
  if (!found || !ts.isInterfaceDeclaration(found)) throw new Error(`messages.ts has no interface ${name}`);
  return Object.fromEntries(
    found.members.map((member) => [member.name?.getText() ?? '', member.questionToken !== undefined]),
  );
}

describe('the published schema of the protocol', () => {
  it.each([
    'Hello',
    'ClientInfo',
    'HelloReply',
    'Step',
    'RunMessage',
    'Outcome',
    'ResultReply',
    'UnsupportedReply',
    'FaultReply',
    'Bye',
  ])('has the members of %s that the types have, and the same that are optional', (name) => {
    const { properties = {}, required = [] } = schema.$defs[name] ?? {};
    const inSchema = Object.fromEntries(Object.keys(properties).map((key) => [key, !required.includes(key)]));
    expect(inSchema).toEqual(membersOf(name));
  });

  it('has every interface of the types', () => {
    const interfaces = source.statements.filter(ts.isInterfaceDeclaration).map(({ name }) => name.text);
    expect(interfaces.length).toBe(10);
    expect(interfaces.filter((name) => !Object.hasOwn(schema.$defs, name))).toEqual([]);
  });

  it('has the seven words', () => {
    expect(schema.$defs['Outcome']?.properties?.['outcome']?.enum).toEqual(words);
  });

  it('takes every message there is', () => {
    const validate = new Ajv2020({ strict: false }).compile(schema);
    for (const message of [...runner, ...adapter]) {
      expect(validate(message), JSON.stringify([message, validate.errors])).toBe(true);
    }
    for (const file of files) expect(check('ResultFile', file)).toBeUndefined();
    for (const message of adapter) {
      expect(readLine(JSON.stringify(message), check)).toEqual({ is: 'message', message });
    }
  });
});

describe('what the build compiled for a kind of message', async () => {
  const { compile } = await messageCompiler();
  const wrong = [null, [], {}, { type: 'result' }, { type: 'hello', protocol: 2 }, { outcome: 'gone', status: '204' }];
  const all: unknown[] = [
    ...runner,
    ...adapter,
    ...files,
    ...wrong,
    ...[...adapter].map((one) => ({ ...one, more: 1 })),
  ];

  it.each(messageNames)('says of every message what the published schema says: %s', (name) => {
    const built = loadBuilt(join(packageRoot, 'dist', 'protocol', `${name}.cjs`)) as ValidateFunction;
    const published = compile(name);
    const verdicts = all.map((message) => {
      const told = [built(message), built.errors?.[0]];
      expect(told).toEqual([published(message), published.errors?.[0]]);
      return told[0];
    });
    expect(new Set(verdicts).size).toBe(2);
  });
});

describe('a message that does not fit', () => {
  it.each<[MessageName, unknown, string]>([
    [
      'HelloReply',
      { type: 'hello', protocol: 2, client: { name: 'a' } },
      '"protocol" is 2; expected version 1 of the protocol',
    ],
    ['HelloReply', { type: 'hello', protocol: 1 }, '"client" is missing'],
    ['HelloReply', { type: 'hello', protocol: 1, client: {} }, '"name" is missing in client'],
    [
      'HelloReply',
      { type: 'hello', protocol: 1, client: { name: 'a' }, concurrency: 0 },
      '"concurrency" is 0; expected a whole number from 1 to 64',
    ],
    ['ResultReply', { type: 'result', seq: '1', outcomes: [] }, '"seq" is "1"; expected a whole number'],
    [
      'ResultReply',
      { type: 'result', seq: 1, outcomes: [{ outcome: 'delted' }] },
      '"outcomes/0/outcome" is "delted"; expected one of the seven words (deleted, refused, absent, denied, throttled, failed, unknown). Did you mean "deleted"?',
    ],
    [
      'ResultReply',
      { type: 'result', seq: 1, outcomes: [{ staus: 204 }] },
      '"staus" is unknown in outcomes/0; known are outcome, status, code, message. Did you mean "status"?',
    ],
    [
      'ResultReply',
      { type: 'result', seq: 1, outcomes: [{ status: null }] },
      '"outcomes/0/status" is null; expected an HTTP status',
    ],
    [
      'UnsupportedReply',
      { type: 'unsupported', seq: 1, reason: '' },
      '"reason" is ""; expected a text that is not empty',
    ],
    ['ResultFile', { type: 'result', outcomes: [], reason: 'x' }, '"reason" does not go with what else is there'],
    ['Outcome', [], 'it is []; expected an outcome'],
  ])('%s %j is told in words', (name, message, complaint) => {
    expect(check(name, message)).toBe(complaint);
  });
});
