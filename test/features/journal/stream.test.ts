import { once } from 'node:events';
import { connect } from 'node:net';
import supertest from 'supertest';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Mock } from '../../../src/mock/mock.js';
import { listen } from '../../../src/server/listen.js';
import { head, open } from '../server/support/connection.js';
import { parcel, serveParcels } from '../server/support/parcels.js';

const listener = await serveParcels({ timeouts: { heartbeat: 20 } });
const { mock } = listener;
afterAll(() => listener.close());
beforeEach(() => mock.reset());

const look = (of = mock) =>
  of.handle({ method: 'GET', target: `/v2/parcels/${parcel.done}`, headers: { 'x-parcel-key': 'parcel-key' } });

/** A connection that has asked for the stream and got its head. */
async function follow(query = '', fields: readonly string[] = [], port = listener.port) {
  const connection = await open(port);
  const lines = [`GET /_tombstone/journal/stream${query} HTTP/1.1`, 'Host: localhost', ...fields];
  connection.send(`${lines.join('\r\n')}\r\n\r\n`);
  expect(head(await connection.received(/\r\n\r\n/)).fields.get('content-type')).toBe('text/event-stream');
  return connection;
}

/** The events among what was received. */
function events(text: string): readonly { readonly id: number; readonly exchange: unknown }[] {
  return [...text.matchAll(/event: exchange\nid: (\d+)\ndata: (.+)\n\n/g)].map(([, id, data]) => ({
    id: Number(id),
    exchange: JSON.parse(data ?? ''),
  }));
}

describe('the stream of the journal', () => {
  it('sends each exchange as it happens, whole, with its number', async () => {
    look();
    using connection = await follow();
    look();
    mock.faults.once('*', { status: 503 });
    look();
    const { last } = mock.journal;
    const got = events(await connection.received(new RegExp(`id: ${last}\ndata: .+\n\n`)));
    expect(got.map(({ id }) => id)).toEqual([last - 1, last]);
    expect(got.map(({ exchange }) => exchange)).toEqual(mock.journal.list(last - 2));
  });

  it('is an answer like any other to a standard client', async () => {
    const response = await fetch(`${listener.url}/_tombstone/journal/stream`);
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const reader = response.body?.getReader();
    look();
    let text = '';
    while (!text.includes('data:')) text += new TextDecoder().decode((await reader?.read())?.value);
    expect(events(text)).toHaveLength(1);
    await reader?.cancel();
  });

  it.each([
    ['everything that is kept', (_: number) => ['?after=0', []] as const, 5],
    ['what came after a number', (last: number) => [`?after=${last - 2}`, []] as const, 2],
    ['what came after the last event seen', (last: number) => ['', [`Last-Event-ID: ${last - 3}`]] as const, 3],
    ['the last event seen before the number', (last: number) => ['?after=0', [`Last-Event-ID: ${last}`]] as const, 0],
    ['all of a journal that began anew', (last: number) => [`?after=${last + 1}`, []] as const, 5],
    ['nothing of the past where none is asked for', (_: number) => ['', []] as const, 0],
  ])('replays %s, and goes on', async (_, ask, count) => {
    for (let times = 0; times < 5; times += 1) look();
    const { last } = mock.journal;
    const [query, fields] = ask(last);
    using connection = await follow(query, fields);
    look();
    const got = events(await connection.received(new RegExp(`id: ${last + 1}\ndata: .+\n\n`)));
    expect(got.map(({ id }) => id)).toEqual(Array.from({ length: count + 1 }, (_, at) => last + 1 - count + at));
  });

  it('goes on over a reset and an emptied journal', async () => {
    using connection = await follow();
    look();
    mock.journal.clear();
    look();
    mock.reset();
    look();
    const { last } = mock.journal;
    const text = await connection.received(new RegExp(`id: ${last}\ndata: .+\n\n`));
    expect(events(text).map(({ id }) => id)).toEqual([last - 2, last - 1, last]);
  });

  it('says from time to time that it is still there', async () => {
    using connection = await follow();
    await connection.received(/: still here\n\n[\s\S]*: still here\n\n/);
  });

  it('reaches a client also where the journal keeps nothing', async () => {
    await using forgetful = await serveParcels({ journalSize: 0 });
    using connection = await follow('?after=0', [], forgetful.port);
    look(forgetful.mock);
    await connection.received(/id: 1\ndata: .+\n\n/);
  });

  it('ends when the listener is closed, and leaves nothing running', async () => {
    const other = await serveParcels({ timeouts: { stop: 60_000 } });
    using connection = await follow('', [], other.port);
    look(other.mock);
    await connection.received(/data:/);
    await other.close();
    expect(await connection.closed()).toMatch(/: the listener was closed\n\n\r\n0\r\n\r\n$/);
    look(other.mock);
  });

  it('forgets a client that has gone', async () => {
    let following = 0;
    const subscribe: Mock['journal']['subscribe'] = (listener) => {
      const end = mock.journal.subscribe(listener);
      following += 1;
      return () => {
        following -= 1;
        end();
      };
    };
    await using counted = await listen({ ...mock, journal: { ...mock.journal, subscribe } }, { port: 0 });
    const connection = await follow('', [], counted.port);
    expect(following).toBe(1);
    connection.socket.destroy();
    await expect.poll(() => following).toBe(0);
  });

  it('answers HEAD with a head, and takes only a number', async () => {
    const control = supertest(`${listener.url}/_tombstone`);
    await control.head('/journal/stream').expect(200).expect('content-type', 'text/event-stream');
    const { body } = await control.get('/journal/stream?after=x').expect(400);
    expect(body).toMatchObject({ code: 'bad-call', detail: expect.stringContaining('after is "x"') });
    await control.get('/journal/stream').set('last-event-id', 'x').expect(400);
    await control.get('/journal/stream?from=1').expect(400);
    await control.post('/journal/stream').expect(405).expect('allow', 'GET, HEAD');
  });

  it('is guarded like all of control', async () => {
    const control = supertest(`${listener.url}/_tombstone`);
    await control.get('/journal/stream').set('origin', 'https://evil.example').expect(403);
  });
});

describe('a client of the stream that does not read', () => {
  /** A client that asks for the stream, and reads when it is told to. */
  function lazy(port: number) {
    const socket = connect({ port, host: '127.0.0.1' }).setEncoding('utf8').pause();
    socket.on('error', () => {});
    socket.write('GET /_tombstone/journal/stream?after=0 HTTP/1.1\r\nHost: localhost\r\n\r\n');
    return socket;
  }
  const note = (of: typeof mock) =>
    of.records.patch({ provider: 'parcels', resource: 'parcel', key: parcel.done }, { note: 'x'.repeat(15_000) });

  it('is dropped with a comment once what it missed is no longer kept, and costs no memory before', async () => {
    await using small = await serveParcels({ journalSize: 20 });
    note(small.mock);
    const socket = lazy(small.port);
    await once(socket, 'readable');
    for (let times = 0; times < 1500; times += 1) {
      look(small.mock);
      if (times % 50 === 0) await new Promise(setImmediate);
    }
    let text = '';
    for await (const chunk of socket) text += chunk;
    const ids = events(text).map(({ id }) => id);
    expect(text).toMatch(/: dropped: it read too slowly, and exchange \d+ is no longer kept\n\n/);
    expect(ids).toEqual(ids.map((_, at) => at + 1));
    expect(ids.length).toBeLessThan(1500);
  });

  it('gets everything that is kept, as soon as it reads again', async () => {
    await using large = await serveParcels({ journalSize: 3000 });
    note(large.mock);
    for (let times = 0; times < 1500; times += 1) look(large.mock);
    const socket = lazy(large.port);
    await once(socket, 'readable');
    look(large.mock);
    const chunks: string[] = [];
    for await (const chunk of socket) {
      chunks.push(chunk);
      if (chunks.slice(-2).join('').includes('id: 1501\n')) break;
    }
    const ids = [...chunks.join('').matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
    expect(ids).toEqual(Array.from({ length: 1501 }, (_, at) => at + 1));
  });
});
