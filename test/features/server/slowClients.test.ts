import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { bytes, head, open } from './support/connection.js';
import { parcel, serveParcels } from './support/parcels.js';

const listener = await serveParcels({ timeouts: { headers: 150, request: 300, keepAlive: 150 } });
afterAll(() => listener.close());

describe('a client that is too slow', () => {
  it('with the head of its request gets 408', async () => {
    using connection = await open(listener.port);
    connection.send(`GET /v2/parcels/${parcel.done} HTTP/1.1\r\nHost: loc`);
    expect(head(await connection.closed()).status).toBe(408);
  });

  it('with the body of its request gets 408', async () => {
    using connection = await open(listener.port);
    connection.send(bytes(`PATCH /v2/parcels/${parcel.done}`, ['Content-Length: 100']));
    connection.send('{"note":');
    expect(head(await connection.closed()).status).toBe(408);
  });

  it('with its next request finds the connection closed, without an answer to nothing', async () => {
    using connection = await open(listener.port);
    connection.send(bytes(`GET /v2/parcels/${parcel.done}`));
    expect((await connection.closed()).match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200']);
  });
});

describe('a client that takes its time between two requests', () => {
  it('finds its connection as it was, however long it waits, where nobody set a limit', async () => {
    await using patient = await serveParcels({ timeouts: { headers: 100, request: 100 } });
    using connection = await open(patient.port);
    const request = bytes(`GET /v2/parcels/${parcel.done}`);
    connection.send(request);
    await vi.waitFor(() => expect(patient.mock.journal.last).toBe(1));
    // Node looks for connections to end every 25 ms here; it would have ended an unfinished request after 100.
    await setTimeout(500);
    connection.send(request);
    await vi.waitFor(() => expect(patient.mock.journal.last).toBe(2));
    expect(connection.socket.closed).toBe(false);
  });
});

describe('a client that goes away', () => {
  it.each(['head', 'body'])('in the middle of the %s of its request is no event at all', async (part) => {
    const before = listener.mock.journal.list().length;
    for (let count = 0; count < 20; count += 1) {
      using connection = await open(listener.port);
      const whole = bytes(`PATCH /v2/parcels/${parcel.done}`, ['Content-Length: 5000']);
      connection.send(part === 'head' ? whole.slice(0, 30) : `${whole}{"no`);
      if (count % 2 === 0) connection.socket.resetAndDestroy();
      else connection.socket.end();
      await connection.closed();
    }
    expect(listener.mock.journal.list()).toHaveLength(before);
    expect((await fetch(`${listener.url}/_tombstone/health`)).status).toBe(200);
  });

  it('before its answer is out does no harm either', async () => {
    for (let count = 0; count < 20; count += 1) {
      using connection = await open(listener.port);
      connection.send(bytes(`GET /v2/parcels/${parcel.done}`).repeat(50));
      connection.socket.resetAndDestroy();
    }
    expect((await fetch(`${listener.url}/_tombstone/health`)).status).toBe(200);
  });
});
