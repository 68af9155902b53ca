import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { bytes, head, open } from './support/connection.js';
import { parcel, serveParcels } from './support/parcels.js';

const listener = await serveParcels();
afterAll(() => listener.close());
beforeEach(() => listener.mock.reset());

describe('a response on the wire', () => {
  it('is, for 204, a head that says nothing of content, and nothing after it', async () => {
    using connection = await open(listener.port);
    connection.send(bytes(`DELETE /v2/parcels/${parcel.done}`, ['Connection: close']));
    const text = await connection.closed();
    expect(text.replace(/Date: [^\r]+ GMT/, 'Date: …')).toBe(
      'HTTP/1.1 204 No Content\r\nx-tombstone-rule: parcels/deleteParcel/deleted\r\nDate: …\r\nConnection: close\r\n\r\n',
    );
  });

  it('carries the length of its body in bytes', async () => {
    using connection = await open(listener.port);
    listener.mock.records.patch({ provider: 'parcels', resource: 'parcel', key: parcel.done }, { note: 'größer ✓' });
    connection.send(bytes(`GET /v2/parcels/${parcel.done}`, ['Connection: close']));
    const text = await connection.closed();
    const [, body = ''] = text.split('\r\n\r\n');
    expect(Buffer.from(body, 'latin1').toString('utf8')).toContain('größer ✓');
    expect(head(text).fields.get('content-length')).toBe(String(body.length));
    expect(head(text).fields.has('transfer-encoding')).toBe(false);
  });

  it.each([`/v2/parcels/${parcel.waiting}`, '/_tombstone/clock'])(
    'to HEAD %s has the fields of the one to GET, and no body',
    async (path) => {
      using connection = await open(listener.port);
      connection.send(bytes(`GET ${path}`));
      const got = head(await connection.received(/\r\n\r\n.*\}$/s));
      using second = await open(listener.port);
      second.send(bytes(`HEAD ${path}`));
      const text = await second.received(/\r\n\r\n/);
      second.send(bytes('GET /_tombstone/health', ['Connection: close']));
      const followed = await second.closed();

      const fields = new Map(head(text).fields);
      expect(head(text).status).toBe(got.status);
      expect(Number(fields.get('content-length'))).toBeGreaterThan(0);
      expect([...fields.keys()]).toEqual([...got.fields.keys()]);
      expect(fields.get('content-length')).toBe(got.fields.get('content-length'));
      expect(followed.split('\r\n\r\n')[1]).toMatch(/^HTTP\/1\.1 200 OK/);
    },
  );

  it('keeps the connection open after a 204, for the next request', async () => {
    using connection = await open(listener.port);
    connection.send(bytes(`DELETE /v2/parcels/${parcel.done}`));
    await connection.received(/^HTTP\/1\.1 204[\s\S]*\r\n\r\n$/);
    connection.send(bytes(`DELETE /v2/parcels/${parcel.done}`));
    await connection.received(/\r\n\r\nHTTP\/1\.1 404 /);
    connection.send(bytes(`GET /v2/parcels/${parcel.waiting}`, ['Connection: close']));
    expect((await connection.closed()).match(/HTTP\/1\.1 \d+/g)).toEqual([
      'HTTP/1.1 204',
      'HTTP/1.1 404',
      'HTTP/1.1 200',
    ]);
  });

  it('comes in the order of pipelined requests', async () => {
    using connection = await open(listener.port);
    const body = JSON.stringify({ note: 'pipelined' });
    connection.send(
      [
        bytes(`PATCH /v2/parcels/${parcel.done}`, ['Content-Type: application/json'], body),
        bytes(`GET /v2/parcels/${parcel.done}`),
        bytes(`DELETE /v2/parcels/${parcel.done}`),
        bytes(`GET /v2/parcels/${parcel.done}`, ['Connection: close']),
      ].join(''),
    );
    const text = await connection.closed();
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200', 'HTTP/1.1 204', 'HTTP/1.1 404']);
    expect(text.match(/"note":"pipelined"/g)).toHaveLength(2);
  });
});
