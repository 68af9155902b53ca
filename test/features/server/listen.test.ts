import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/mock/mock.js';
import { parcel, serveParcels } from './support/parcels.js';

describe('listening', () => {
  it('on port 0 takes a free one and says which', async () => {
    await using listener = await serveParcels();
    expect(listener.port).toBeGreaterThan(0);
    expect(listener.url).toBe(`http://127.0.0.1:${listener.port}`);
  });

  it('on a port in use says so, names it, and tells what to do', async () => {
    await using first = await serveParcels();
    await expect(serveParcels({ port: first.port })).rejects.toMatchObject({
      code: 'port-in-use',
      message: expect.stringMatching(
        new RegExp(`Port ${first.port} of 127\\.0\\.0\\.1 is already in use.*another port`),
      ),
    });
  });

  it.each([-1, 65536, 1.5, Number.NaN])('on port %d says what a port is', async (port) => {
    await expect(serveParcels({ port })).rejects.toMatchObject({
      code: 'bad-port',
      message: expect.stringContaining(`Port ${port} is not a whole number from 0 to 65535`),
    });
  });

  it('on an address of another machine says so', async () => {
    await expect(serveParcels({ host: '192.0.2.1', token: 't' })).rejects.toMatchObject({ code: 'cannot-listen' });
  });

  it.each(['0.0.0.0', '::', '192.0.2.1', 'example.com', '127.0.0.1.example.com'])(
    'on %s, where others can come in, needs a token',
    async (host) => {
      await expect(serveParcels({ host })).rejects.toMatchObject({ code: 'token-required' });
      await expect(serveParcels({ host, token: '' })).rejects.toMatchObject({ code: 'token-required' });
    },
  );

  it('everywhere gives a URL that can be called', async () => {
    await using listener = await serveParcels({ host: '0.0.0.0', token: 't' });
    expect(listener.url).toBe(`http://127.0.0.1:${listener.port}`);
    expect((await fetch(`${listener.url}/_tombstone/health`)).status).toBe(200);
  });

  it('on localhost by name needs none', async () => {
    await using listener = await serveParcels({ host: 'localhost' });
    expect(listener.url).toBe(`http://localhost:${listener.port}`);
    expect((await fetch(`${listener.url}/_tombstone/health`)).status).toBe(200);
  });

  it('tells of each exchange until it is closed', async () => {
    const seen: Exchange[] = [];
    const listener = await serveParcels({ onExchange: (exchange) => seen.push(exchange) });
    const path = `/v2/parcels/${parcel.done}`;
    await fetch(`${listener.url}${path}`, { headers: { 'x-parcel-key': 'parcel-key' } });
    await fetch(`${listener.url}/_tombstone/health`);
    expect(seen.map(({ request, response }) => [request.method, request.target, response.status])).toEqual([
      ['GET', path, 200],
    ]);
    await listener.close();
    listener.mock.handle({ method: 'GET', target: path, headers: {} });
    expect(seen).toHaveLength(1);
  });
});
