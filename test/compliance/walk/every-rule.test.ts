import type { Server } from 'node:http';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deriveCases, setStage } from '../../../src/conformance/index.js';
import { createResponseValidator } from '../../../src/conformance/validateResponse.js';
import { bundledContracts, loadContract } from '../../../src/contract/loadContract.js';
import { linkContract } from '../../../src/engine/link.js';
import { buildRequest } from '../../../src/request/buildRequest.js';
import { signRequest } from '../../../src/request/signRequest.js';
import { startServer } from '../../../src/server/startServer.js';

/** Every row of every table, in every own state and under every switch value it can decide in, over a real socket. */
describe.each(bundledContracts())('every rule of %s answers over HTTP as its document says', async (provider) => {
  const contract = await loadContract(provider);
  const linked = linkContract(contract.compiled, contract.validators, contract.functions);
  const validate = createResponseValidator(contract.compiled.document);
  const cases = deriveCases(contract);
  let server: Awaited<ReturnType<typeof startServer>>;
  beforeAll(async () => {
    server = await startServer({ providers: [provider], fixtures: { [provider]: {} }, port: 0, pace: 'manual' });
  });
  afterAll(() => server.close());

  it.each(cases.map((one) => [one.id, one] as const))('%s', async (_, one) => {
    server.mock.reset();
    setStage(server.mock, provider, one.stage);
    const before = server.mock.exportState().providers;
    const built = buildRequest(contract.compiled.document, one.operation, one.stage.request);
    const host = new URL(server.url).host;
    const request = signRequest(linked, one.operation, { ...built, headers: { host, ...built.headers } }, Date.now());
    const response = await send(server.url, request);

    expect(response.headers['x-tombstone-rule'], explanation()).toBe(one.rule);
    expect(response.status).toBe(one.expect.status);
    const seen = { status: response.status, contentType: response.headers['content-type'], body: response.text };
    const undeclared = `status ${response.status} is not among the operation's responses`;
    // What a provider does not document is not in its document either; everything else has to be.
    const allowed = one.basis.status === 'documented' ? [] : [[undeclared]];
    expect([[], ...allowed]).toContainEqual(validate(one.operation, seen));
    if (response.status >= 400)
      expect(server.mock.exportState().providers, 'a refused request changes nothing').toEqual(before);
    if (one.stage.own && one.expect.own !== 'never there') {
      const record = server.mock.records.get({ provider, ...one.stage.own });
      expect(record === undefined ? 'gone' : 'kept').toBe(one.expect.own);
    }
  });

  it('leaves no row without a case', () => {
    const covered = new Set(cases.map(({ rule }) => rule));
    const rows = Object.entries(contract.compiled.lifecycle.operations).flatMap(([operation, { decide }]) =>
      decide.map(({ id }) => `${provider}/${operation}/${id}`),
    );
    expect(rows.filter((rule) => !covered.has(rule))).toEqual([]);
  });

  it('meets every value of every switch', () => {
    const met = new Set(
      cases.flatMap(({ stage }) => Object.entries(stage.switches).map(([name, value]) => `${name}:${value}`)),
    );
    const ofRows = new Set(
      Object.values(contract.compiled.lifecycle.operations).flatMap(({ decide }) =>
        decide.flatMap(({ when }) =>
          [when, ...(when.any ?? [])].flatMap((guard) =>
            Object.entries(guard.switch ?? {}).flatMap(([name, values]) => values.map((value) => `${name}:${value}`)),
          ),
        ),
      ),
    );
    expect([...ofRows].filter((setting) => !met.has(setting))).toEqual([]);
  });

  function explanation(): string {
    return server.mock.journal.list().at(-1)?.explanation ?? '';
  }
});

/** Sends the bytes of a built request; the answer's body is kept as text. */
function send(
  url: string,
  { method, target, headers, body }: ReturnType<typeof buildRequest>,
): Promise<supertest.Response> {
  const client = supertest(url as unknown as Server);
  const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
  const { host: _, ...sent } = headers;
  const request = client[verb](target).set(sent).buffer(true).parse(asText);
  return (body.byteLength > 0 ? request.send(new TextDecoder().decode(body)) : request).then((response) =>
    Object.assign(response, { text: response.body as string }),
  );
}

function asText(response: supertest.Response, done: (error: Error | null, body: string) => void): void {
  // What superagent hands a parser is node's response; its types say it is its own.
  const stream = response as unknown as NodeJS.ReadableStream;
  let text = '';
  stream.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
  });
  stream.on('end', () => done(null, text));
}
