import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { bytes, head, open } from './support/connection.js';
import { parcel, serveParcels } from './support/parcels.js';

/** Longer than any test may take: only a stop that does not wait for it passes. */
const never = 60_000;

describe('closing a listener', () => {
  it('closes connections that are open for more requests, and those that never sent one', async () => {
    const listener = await serveParcels({ timeouts: { stop: never } });
    using kept = await open(listener.port);
    using silent = await open(listener.port);
    kept.send(bytes(`DELETE /v2/parcels/${parcel.done}`));
    await kept.received(/\r\n\r\n/);
    await listener.close();
    await Promise.all([kept.closed(), silent.closed()]);
  });

  it('accepts nothing more', async () => {
    const listener = await serveParcels();
    await listener.close();
    await expect(open(listener.port)).rejects.toThrow(/ECONNREFUSED/);
  });

  it('lets a request that has begun finish, and then ends its connection', async () => {
    const listener = await serveParcels({ timeouts: { stop: never } });
    using connection = await open(listener.port);
    const body = '{"note":"late"}';
    connection.send(
      bytes(`PATCH /v2/parcels/${parcel.done}`, ['Content-Type: application/json', 'Expect: 100-continue'], body).slice(
        0,
        -5,
      ),
    );
    await connection.received(/100 Continue/);
    const closed = listener.close();
    connection.send(body.slice(-5));
    const text = (await connection.closed()).replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '');
    expect(head(text).status).toBe(200);
    expect(head(text).fields.get('connection')).toBe('close');
    await closed;
  });

  it('does nothing of what was pipelined behind such a request', async () => {
    const listener = await serveParcels({ timeouts: { stop: never } });
    using connection = await open(listener.port);
    const body = '{"note":"late"}';
    const whole = bytes(
      `PATCH /v2/parcels/${parcel.done}`,
      ['Content-Type: application/json', 'Expect: 100-continue'],
      body,
    );
    connection.send(whole.slice(0, -5));
    await connection.received(/100 Continue/);
    const closed = listener.close();
    connection.send(`${body.slice(-5)}${bytes(`DELETE /v2/parcels/${parcel.done}`)}`);
    expect((await connection.closed()).match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 100', 'HTTP/1.1 200']);
    await closed;
    expect(listener.mock.journal.list().map(({ request }) => request.method)).toEqual(['PATCH']);
  });

  it('waits no longer than it was told for one that does not finish', async () => {
    const listener = await serveParcels({ timeouts: { stop: 50 } });
    using connection = await open(listener.port);
    connection.send(bytes(`PATCH /v2/parcels/${parcel.done}`, ['Expect: 100-continue', 'Content-Length: 100']));
    await connection.received(/100 Continue/);
    await listener.close();
    await connection.closed();
  });

  it('does not cut an answer that the client has not taken yet', async () => {
    const listener = await serveParcels({ timeouts: { stop: never } });
    const note = 'x'.repeat(30_000_000);
    listener.mock.records.patch({ provider: 'parcels', resource: 'parcel', key: parcel.done }, { note });
    const socket = connect({ port: listener.port, host: '127.0.0.1' });
    socket.write(bytes(`GET /v2/parcels/${parcel.done}`));
    await once(socket, 'readable');
    const closed = listener.close();
    let size = 0;
    for await (const chunk of socket) size += (chunk as Buffer).length;
    expect(size).toBeGreaterThan(note.length);
    await closed;
  });

  it('is done once, however often it is asked for, and leaves nothing running', async () => {
    const running = (kind: string) => process.getActiveResourcesInfo().filter((each) => each === kind).length;
    const timers = running('Timeout');
    expect(running('TCPServerWrap')).toBe(0);
    const listener = await serveParcels();
    expect(running('TCPServerWrap')).toBe(1);
    using connection = await open(listener.port);
    connection.send(bytes('GET /_tombstone/health'));
    await connection.received(/\}/);
    expect(listener.close()).toBe(listener.close());
    await listener.close();
    await connection.closed();
    await listener.close();
    expect(running('TCPServerWrap')).toBe(0);
    expect(running('Timeout')).toBe(timers);
  });

  it('happens by itself at the end of `await using`', async () => {
    let port: number;
    {
      await using listener = await serveParcels();
      port = listener.port;
      expect((await fetch(`${listener.url}/_tombstone/health`)).status).toBe(200);
    }
    await expect(open(port)).rejects.toThrow(/ECONNREFUSED/);
  });
});
