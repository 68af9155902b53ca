import { Agent, request as open } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  deriveFailureCases,
  type FailureCase,
  failureRequest,
  setStage,
  unreachedFailures,
} from '../../../src/conformance/index.js';
import { createResponseValidator } from '../../../src/conformance/validateResponse.js';
import { bundledContracts, loadContract } from '../../../src/contract/loadContract.js';
import { linkLoaded } from '../../../src/engine/linkLoaded.js';
import type { BuiltRequest } from '../../../src/request/buildRequest.js';
import type { Listener } from '../../../src/server/listenOptions.js';
import { startServer } from '../../../src/server/startServer.js';

const fixtures = ['parcels', 'vendor-task', 'vendor-indexed-asset'].map((name) => `test/fixtures/contracts/${name}`);
const walked = [...bundledContracts(), ...fixtures];

/** Every way to have every operation refused before its decision, over a real socket. */
describe.each(walked)('every failure of %s is answered over HTTP as its table and document say', async (provider) => {
  const contract = await loadContract(provider);
  const { id, document } = contract.compiled;
  const linked = linkLoaded(contract);
  const validate = createResponseValidator(document);
  const cases = deriveFailureCases(contract, { every: true });
  const agent = new Agent({ keepAlive: true });
  const servers = new Map<number | undefined, Listener>();
  beforeAll(async () => {
    const fixtures = { [id]: {} };
    for (const bodyLimit of new Set(cases.map((one) => one.bodyLimit))) {
      const limit = bodyLimit === undefined ? {} : { bodyLimit };
      servers.set(bodyLimit, await startServer({ providers: [provider], fixtures, port: 0, pace: 'manual', ...limit }));
    }
  });
  afterAll(async () => {
    agent.destroy();
    for (const server of servers.values()) await server.close();
  });

  it.each(cases.map((one) => [one.id, one] as const))('%s', async (_, one) => {
    const { mock, url } = serverFor(one);
    mock.reset();
    setStage(mock, id, one.stage);
    if (one.fault) mock.faults.once(`${id}/${one.sends.operation}`, one.fault);
    const before = mock.exportState().providers;
    const { host } = new URL(url);
    const response = await send(agent, url, failureRequest(linked, one.sends, host, Date.now()));

    expect(response.rule, mock.journal.list().at(-1)?.explanation).toBe(one.expect.rule);
    expect(response.status).toBe(one.expect.status);
    if (one.expect.refused) expect(mock.exportState().providers, 'a refused request changes nothing').toEqual(before);
    if (one.expect.refused) expect(response.body).toMatch(written(one.expect.example));
    if (one.fault?.retryAfter !== undefined) expect(response.retryAfter).toBe(String(one.fault.retryAfter));
    if (one.operation === undefined) return;
    const undeclared = `status ${response.status} is not among the operation's responses`;
    // What a provider does not document is not in its document either; everything else has to be.
    const allowed = one.basis.status === 'documented' ? [] : [[undeclared]];
    expect([[], ...allowed]).toContainEqual(validate(one.operation, response));
  });

  it('meets every operation', () => {
    const met = new Set(cases.map(({ operation }) => operation));
    expect(Object.keys(contract.compiled.lifecycle.operations).filter((operation) => !met.has(operation))).toEqual([]);
  });

  it('meets every way a credential can be bad', () => {
    const causes = new Set(cases.flatMap(({ situation }) => situation.cause ?? []));
    expect([...causes].sort()).toEqual(badCredentials[id]);
  });

  it('has no two cases of one name', () => {
    expect(new Set(cases.map((one) => one.id)).size).toBe(cases.length);
  });

  it('leaves no row without a case, but those that nothing can reach', () => {
    expect(unreachedFailures(contract.compiled, deriveFailureCases(contract))).toEqual(
      (unreachable[id] ?? []).map((rule) => ({ rule, reason: noPermissions })),
    );
  });

  function serverFor({ bodyLimit }: FailureCase): Listener {
    const server = servers.get(bodyLimit);
    if (!server) throw new Error(`no server takes bodies up to ${bodyLimit}`);
    return server;
  }
});

const noPermissions =
  'The mock keeps no permissions: a credential may do everything, except in the project of another.';

const signedInProject = ['expired', 'key', 'malformed', 'none', 'partition', 'signature', 'unsupported'];

/** Written down, because a scheme that stopped to refuse something would only have fewer cases. */
const badCredentials: Readonly<Record<string, readonly string[]>> = {
  twelvelabs: ['key', 'none'],
  'huawei-mpc': signedInProject,
  'huawei-modelarts': signedInProject,
  'naver-nclue': ['expired', 'key', 'malformed', 'none', 'signature'],
  parcels: ['key', 'none'],
  'vendor-task': ['key', 'none'],
  'vendor-indexed-asset': ['key', 'none'],
};

/** The failure rows that have no case. */
const unreachable: Readonly<Record<string, readonly string[]>> = {
  twelvelabs: ['twelvelabs/forbidden'],
  'huawei-mpc': ['huawei-mpc/not-authorized'],
  'huawei-modelarts': ['huawei-modelarts/not-authorized'],
  'naver-nclue': ['naver-nclue/denied'],
  parcels: ['parcels/forbidden'],
};

/** The bodies an example stands for: each `{$…}` is one text, whatever it says. */
function written(example: unknown): RegExp {
  const text = example === undefined ? '' : JSON.stringify(example);
  const pieces = text.split(/\{\$[^{}]+\}/).map((piece) => piece.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pieces.join('(?:[^"\\\\{]|\\\\.)*')}$`);
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly rule: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
}

/** Sends the request as it is built, byte for byte. */
function send(agent: Agent, url: string, { method, target, headers, body }: BuiltRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const length = body.byteLength > 0 ? { 'content-length': body.byteLength } : {};
    const sent = open({ agent, hostname, port, method, path: target, headers: { ...headers, ...length } });
    sent.on('error', reject);
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('error', reject).on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          rule: [response.headers['x-tombstone-rule']].flat()[0],
          retryAfter: response.headers['retry-after'],
          contentType: response.headers['content-type'],
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.end(body);
  });
}
