import { request } from 'node:http';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../../src/mock/faults/fault.js';
import { bytes, head, open } from '../server/support/connection.js';
import { parcel, serveParcels } from '../server/support/parcels.js';

const listener = await serveParcels();
const { mock } = listener;
const headers = { 'x-parcel-key': 'parcel-key' };
const path = `/v2/parcels/${parcel.done}`;
afterAll(() => listener.close());
beforeEach(() => mock.reset());

const isThere = () => mock.records.get({ provider: 'parcels', resource: 'parcel', key: parcel.done }) !== undefined;
const lay = (fault: Fault) => mock.faults.once('parcels/*', fault);
const viaFetch = (method: string, signal: AbortSignal | null = null) =>
  fetch(`${listener.url}${path}`, { method, headers, signal });

/** Everything a connection gets that sends this one request. */
async function raw(line: string): Promise<string> {
  using connection = await open(listener.port);
  connection.send(bytes(line));
  return await connection.closed();
}

/** The code of the error that node's http client gives. */
function codeViaHttp(method: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(`${listener.url}${path}`, { method, headers, agent: false });
    sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    sent.on('response', () => reject(new Error('there was an answer')));
    sent.end();
  });
}

describe('an answer that is lost', () => {
  it('closes the connection without a byte; the record is gone all the same', async () => {
    lay({ loseResponse: true });
    expect(await raw(`DELETE ${path}`)).toBe('');
    expect(isThere()).toBe(false);
  });

  it('makes fetch fail, and the retry finds nothing to delete', async () => {
    lay({ loseResponse: true });
    await expect(viaFetch('DELETE')).rejects.toMatchObject({ cause: { code: 'UND_ERR_SOCKET' } });
    const retry = await viaFetch('DELETE');
    expect([retry.status, await retry.json()]).toEqual([404, expect.objectContaining({ code: 'not_found' })]);
  });

  it('is in the journal with what was decided and what was sent: nothing', async () => {
    lay({ loseResponse: true });
    await raw(`DELETE ${path}`);
    expect(mock.journal.list()).toMatchObject([
      {
        rule: 'parcels/deleteParcel/deleted',
        response: { status: 0, headers: {} },
        fault: { ids: ['fault-1'], loseResponse: true },
      },
    ]);
  });
});

describe('a reset', () => {
  it.each([
    ['before', true],
    ['after', false],
  ] as const)('%s the effect is one to the client, and the record is there: %s', async (reset, there) => {
    lay({ reset });
    expect(await codeViaHttp('DELETE')).toBe('ECONNRESET');
    expect(isThere()).toBe(there);
    mock.reset();
    lay({ reset });
    await expect(viaFetch('DELETE')).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(isThere()).toBe(there);
    expect(mock.journal.list()).toMatchObject([{ response: { status: 0 }, fault: { reset } }]);
  });

  it('sends RST and not FIN: the connection of a client that reads reports an error', async () => {
    lay({ reset: 'after' });
    using connection = await open(listener.port);
    const failed = new Promise<NodeJS.ErrnoException>((resolve) => connection.socket.once('error', resolve));
    connection.send(bytes(`GET ${path}`));
    expect((await failed).code).toBe('ECONNRESET');
  });

  it('comes before the credential is looked at', async () => {
    lay({ reset: 'before' });
    using connection = await open(listener.port);
    connection.send(`DELETE ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    expect(await connection.closed()).toBe('');
  });

  it('leaves alone what was pipelined before it, and does nothing of what was behind', async () => {
    using connection = await open(listener.port);
    mock.faults.once('parcels/deleteParcel', { loseResponse: true });
    connection.send(bytes(`GET ${path}`) + bytes(`DELETE ${path}`) + bytes(`GET ${path}`));
    const text = await connection.closed();
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200']);
    expect(text).toMatch(/\}$/);
    expect(mock.journal.list().map(({ request: { method } }) => method)).toEqual(['GET', 'DELETE']);
  });
});

describe('an answer that is cut off behind others', () => {
  it.each([{ reset: 'after' }, { loseResponse: true }, { truncate: true }] as const)(
    'waits for a late one before it (%j)',
    async (fault) => {
      mock.faults.once('parcels/getParcel', { latency: 40 });
      mock.faults.once('parcels/listParcels', fault);
      using connection = await open(listener.port);
      connection.send(bytes(`GET ${path}`) + bytes('GET /v2/parcels'));
      const first = await connection.received(/\r\n\r\n\{.*\}/);
      expect(head(first).status).toBe(200);
      await connection.closed();
    },
  );
});

describe('a truncated answer', () => {
  it.each([true, 0, 1, 1_000_000] as const)('(%s) announces all of its body and ends early', async (truncate) => {
    const whole = await (await viaFetch('GET')).text();
    lay({ truncate });
    const text = await raw(`GET ${path}`);
    const [, body = ''] = text.split('\r\n\r\n');
    expect(head(text).status).toBe(200);
    expect(head(text).fields.get('content-length')).toBe(String(whole.length));
    const sent = truncate === true ? Math.floor(whole.length / 2) : Math.min(truncate, whole.length - 1);
    expect(body).toBe(whole.slice(0, sent));
    expect(mock.journal.list().at(-1)).toMatchObject({ response: { status: 200 }, fault: { truncate } });
    expect(mock.journal.list().at(-1)?.response.body ?? '').toBe(whole.slice(0, sent));
  });

  it('gives fetch the head, and fails where the body is read', async () => {
    lay({ truncate: true });
    const response = await viaFetch('GET');
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
  });

  it.each(['DELETE', 'HEAD'])('that has no body (%s) is lost whole', async (method) => {
    lay({ truncate: true });
    expect(await raw(`${method} ${path}`)).toBe('');
    expect(isThere()).toBe(method === 'HEAD');
    expect(mock.journal.list()).toMatchObject([{ response: { status: 0 } }]);
  });
});

describe('a late answer', () => {
  it('has its effect at once, and is the normal one when it comes', async () => {
    lay({ latency: '300ms' });
    const start = performance.now();
    let answered = false;
    const coming = viaFetch('DELETE').finally(() => {
      answered = true;
    });
    await expect.poll(isThere, { interval: 5 }).toBe(false);
    expect(answered).toBe(false);
    const response = await coming;
    expect(performance.now() - start).toBeGreaterThanOrEqual(299);
    expect([response.status, response.headers.get('x-tombstone-fault')]).toEqual([204, 'fault-1']);
  });

  it('can be something else than normal, too', async () => {
    lay({ latency: 40, status: 503, html: true });
    const start = performance.now();
    const response = await viaFetch('DELETE');
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('<html>')]);
    lay({ latency: 40, loseResponse: true });
    expect(await raw(`DELETE ${path}`)).toBe('');
    expect(performance.now() - start).toBeGreaterThanOrEqual(79);
  });

  it('keeps its place among pipelined answers, and holds up no other connection', async () => {
    lay({ latency: 60 });
    using connection = await open(listener.port);
    connection.send(bytes(`GET ${path}`) + bytes(`DELETE ${path}`, ['Connection: close']));
    const text = connection.closed();
    await expect.poll(() => mock.journal.list()).toHaveLength(2);
    expect((await viaFetch('GET')).status).toBe(404);
    expect((await text).match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 204']);
  });

  it('is not waited for when the client has gone', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    mock.faults.add({ operation: '*', fault: { latency: '1h' } });
    const clients = await Promise.all(Array.from({ length: 40 }, () => open(listener.port)));
    for (const client of clients) client.send(bytes(`DELETE ${path}`));
    await expect.poll(() => mock.journal.list().length).toBe(40);
    const waiting = timers();
    expect(waiting).toBeGreaterThanOrEqual(40);
    for (const { socket } of clients) socket.destroy();
    // Others come and go meanwhile, those of the test runner: how many there were before says nothing.
    await expect.poll(timers).toBeLessThan(waiting - 20);
    expect(isThere()).toBe(false);
  });

  it('still goes out when the listener is closed meanwhile, unless that takes too long', async () => {
    const patient = await serveParcels({ timeouts: { stop: 60_000 } });
    const hasty = await serveParcels({ timeouts: { stop: 20 } });
    const answers = [patient, hasty].map(async ({ mock: { faults }, url }) => {
      faults.once('*', { latency: url === patient.url ? 200 : 60_000 });
      return (await fetch(`${url}${path}`, { headers })).status;
    });
    answers[1]?.catch(() => {});
    await expect.poll(() => patient.mock.journal.last + hasty.mock.journal.last).toBe(2);
    await Promise.all([patient.close(), hasty.close()]);
    expect(await answers[0]).toBe(200);
    await expect(answers[1]).rejects.toThrow('fetch failed');
  });
});

describe('faults over many calls at once', () => {
  it('each strike the calls they say, and no record is lost or kept by mistake', async () => {
    const body = JSON.stringify({ depot_id: '1f0c7a52-54a5-4b47-9a3e-0d2c54a4f001', weight: 1 });
    const create = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body };
    mock.faults.add({ operation: 'parcels/createParcel', probability: 0.5, fault: { loseResponse: true } });
    const before = mock.records.all('parcels', 'parcel').length;
    const results = await Promise.allSettled(
      Array.from({ length: 60 }, () => fetch(`${listener.url}/v2/parcels`, create)),
    );
    const lost = results.filter(({ status }) => status === 'rejected').length;
    expect(lost).toBe(mock.journal.list().filter(({ response }) => response.status === 0).length);
    expect(lost).toBeGreaterThan(10);
    expect(lost).toBeLessThan(50);
    expect(mock.records.all('parcels', 'parcel').length - before).toBe(60);
  });
});
