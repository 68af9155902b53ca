import { request } from 'node:http';
import supertest from 'supertest';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/mock/mock.js';
import { bytes, head, open } from './support/connection.js';
import { parcel, serveParcels } from './support/parcels.js';

const listener = await serveParcels();
afterAll(() => listener.close());
beforeEach(() => listener.mock.reset());

/** Sends the bytes on a connection of their own, which has to be closed by the server. */
async function answerTo(text: string): Promise<string> {
  using connection = await open(listener.port);
  connection.send(text);
  return await connection.closed();
}

function lastExchange(): Exchange {
  const exchange = listener.mock.journal.list().at(-1);
  if (exchange === undefined) throw new Error('nothing was recorded');
  return exchange;
}

describe('a request', () => {
  it('reaches the sandbox with method, raw target, headers and body', async () => {
    await supertest(listener.url)
      .patch(`/v2/parcels/${parcel.done}?a=%20b&a=%2F`)
      .set('x-parcel-key', 'parcel-key')
      .send({ note: 'über' })
      .expect(200);
    const { request } = lastExchange();
    expect(request.method).toBe('PATCH');
    expect(request.target).toBe(`/v2/parcels/${parcel.done}?a=%20b&a=%2F`);
    expect(request.headers['content-type']).toBe('application/json');
    expect(request.body).toBe('{"note":"über"}');
  });

  it('has repeated headers joined, those too that node would drop', async () => {
    const repeated = ['Accept: a', 'Accept: b', 'User-Agent: one', 'User-Agent: two'];
    await answerTo(bytes('GET /v2/parcels', [...repeated, 'Connection: close']));
    expect(lastExchange().request.headers).toMatchObject({
      accept: 'a, b',
      'user-agent': 'one, two',
    });
  });

  it('comes with a body whether it is chunked or has a length', async () => {
    const chunked = ['Content-Type: application/json', 'Transfer-Encoding: chunked', 'Connection: close'];
    const text = await answerTo(
      `${bytes(`PATCH /v2/parcels/${parcel.done}`, chunked)}6\r\n{"note\r\n7\r\n":"two"\r\n1\r\n}\r\n0\r\n\r\n`,
    );
    expect(head(text).status).toBe(200);
    expect(lastExchange().request.body).toBe('{"note":"two"}');
  });

  it.each([
    [`http://api.parcels.example/v2/parcels/${parcel.done}`, `/v2/parcels/${parcel.done}`, 'api.parcels.example'],
    ['HTTPS://api.parcels.example:8443/v2/parcels?size=1', '/v2/parcels?size=1', 'api.parcels.example:8443'],
    ['http://api.parcels.example', '/', 'api.parcels.example'],
    ['http://api.parcels.example?size=1', '/?size=1', 'api.parcels.example'],
  ])('with the absolute target %s becomes %s of %s', async (target, origin, host) => {
    await answerTo(bytes(`GET ${target}`, ['Connection: close']));
    expect(lastExchange().request.target).toBe(origin);
    expect(lastExchange().request.headers['host']).toBe(host);
  });

  it.each(['http://user@localhost/v2/parcels', 'http:///v2/parcels', 'ftp://localhost/v2/parcels'])(
    'with the target %s is refused',
    async (target) => {
      expect(head(await answerTo(bytes(`GET ${target}`, ['Connection: close']))).status).toBe(400);
      expect(listener.mock.journal.list()).toEqual([]);
    },
  );

  it('with two Host fields is refused', async () => {
    expect(head(await answerTo(bytes('GET /v2/parcels', ['Host: other', 'Connection: close']))).status).toBe(400);
  });

  it('goes to the sandbox with any method and any Host', async () => {
    const text = await answerTo(bytes(`PROPFIND /v2/parcels/${parcel.done}`, ['Connection: close']));
    expect(head(text).status).toBe(405);
    expect(lastExchange().request.method).toBe('PROPFIND');
    const foreign = bytes(`GET /v2/parcels/${parcel.done}`, ['Connection: close']).replace('localhost', 'evil.example');
    expect(head(await answerTo(foreign)).status).toBe(200);
  });

  it('that waits to be asked for its body is asked', async () => {
    const events: string[] = [];
    await new Promise<void>((resolve, reject) => {
      const sent = request(`${listener.url}/v2/parcels/${parcel.done}`, {
        method: 'PATCH',
        headers: { Expect: '100-continue', 'Content-Type': 'application/json', 'x-parcel-key': 'parcel-key' },
      });
      sent.on('continue', () => {
        events.push('continue');
        sent.end('{"note":"asked"}');
      });
      sent.on('response', (response) => {
        events.push(String(response.statusCode));
        response.resume().on('end', resolve);
      });
      sent.on('error', reject);
    });
    expect(events).toEqual(['continue', '200']);
    expect(lastExchange().request.body).toBe('{"note":"asked"}');
  });

  it('that expects something else is told so', async () => {
    const text = await answerTo(bytes('GET /v2/parcels', ['Expect: a-miracle', 'Connection: close']));
    expect(head(text).status).toBe(417);
  });

  it('to upgrade the connection is answered without upgrading', async () => {
    const upgrade = ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA'];
    using connection = await open(listener.port);
    connection.send(bytes(`GET /v2/parcels/${parcel.done}`, upgrade));
    expect(head(await connection.received(/\r\n\r\n.*\}$/s)).status).toBe(200);
  });

  it('to tunnel somewhere is refused, and the connection closed', async () => {
    expect(head(await answerTo('CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n')).status).toBe(501);
  });

  it.each([
    ['that is no HTTP', 'hello\r\n\r\n', 400],
    ['in HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['with a broken header', 'GET / HTTP/1.1\r\nHost: localhost\r\nno colon\r\n\r\n', 400],
    ['with two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx', 400],
    [
      'with a length and chunks',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
    ],
    ['without a Host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['with far too long a header', `GET / HTTP/1.1\r\nHost: a\r\nlong: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ])('%s is refused, and the connection closed', async (_what, text, status) => {
    expect(head(await answerTo(text)).status).toBe(status);
  });
});
