import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { bytes, head, open } from './support/connection.js';
import { parcel, serveParcels } from './support/parcels.js';

const limit = 1000;
const listener = await serveParcels({ bodyLimit: limit, timeouts: { request: 400, headers: 400 } });
afterAll(() => listener.close());
beforeEach(() => listener.mock.reset());

const json = 'Content-Type: application/json';
const note = (length: number) => JSON.stringify({ note: 'x'.repeat(length - '{"note":""}'.length) });
const patch = `PATCH /v2/parcels/${parcel.done}`;
const next = bytes(`GET /v2/parcels/${parcel.done}`, ['Connection: close']);

describe('a body over the limit', () => {
  it('is one byte longer than the longest that is taken', async () => {
    using connection = await open(listener.port);
    connection.send(bytes(patch, [json], note(limit)));
    connection.send(bytes(patch, [json], note(limit + 1)));
    connection.send(next);
    const text = await connection.closed();
    expect(text.match(/HTTP\/1\.1 \d+/g)?.slice(1)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200']);
    expect(text.match(/HTTP\/1\.1 \d+/g)?.[0]).not.toBe('HTTP/1.1 413');
  });

  it('is refused in the words of the provider', async () => {
    using connection = await open(listener.port);
    connection.send(bytes(patch, [json, 'Connection: close'], note(limit * 50)));
    expect(await connection.received(/\}$/)).toMatch(/^HTTP\/1\.1 413[\s\S]*"code":"too_large"/);
  });

  it('is refused as soon as its length is known, and what comes of it is thrown away', async () => {
    using connection = await open(listener.port);
    connection.send(bytes(patch, [json, `Content-Length: ${limit * 3}`]));
    expect(head(await connection.received(/"too_large"[\s\S]*\}/)).status).toBe(413);
    connection.send('x'.repeat(limit * 3));
    connection.send(next);
    expect((await connection.closed()).match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200']);
  });

  it('is refused when its chunks add up to too much', async () => {
    using connection = await open(listener.port);
    const chunk = `${(600).toString(16)}\r\n${'x'.repeat(600)}\r\n`;
    connection.send(`${bytes(patch, [json, 'Transfer-Encoding: chunked'])}${chunk}${chunk}`);
    expect(head(await connection.received(/"too_large"[\s\S]*\}/)).status).toBe(413);
    connection.send(`${chunk}0\r\n\r\n${next}`);
    expect((await connection.closed()).match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200']);
  });

  it('is not asked for where the client waits to be asked', async () => {
    using connection = await open(listener.port);
    connection.send(bytes(patch, [json, 'Expect: 100-continue', `Content-Length: ${limit * 3}`]));
    const text = await connection.closed();
    expect(head(text).status).toBe(413);
    expect(head(text).fields.get('connection')).toBe('close');
  });

  it('is answered once, even where the rest of it never comes', async () => {
    using connection = await open(listener.port);
    connection.send(bytes(patch, [json, `Content-Length: ${limit * 3}`]));
    expect((await connection.closed()).match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413']);
  });
});
