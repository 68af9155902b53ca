import { readFileSync } from 'node:fs';
import supertest from 'supertest';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { bytes, head, open } from '../server/support/connection.js';
import { parcel, serveParcels } from '../server/support/parcels.js';

const listener = await serveParcels();
const control = supertest(`${listener.url}/_tombstone`);
afterAll(() => listener.close());
beforeEach(() => listener.mock.reset());

describe('the control interface', () => {
  it('says that it is there, and in which version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const answer = await control.get('/health').expect(200).expect('content-type', 'application/json');
    expect(answer.body).toEqual({ status: 'ok', version });
  });

  it('lists each provider with the base URL to give to a client', async () => {
    const { body } = await control.get('/providers').expect(200);
    expect(body.providers).toHaveLength(1);
    expect(body.providers[0]).toMatchObject({
      id: 'parcels',
      baseUrl: `${listener.url}/v2`,
      hosts: ['api.parcels.example'],
    });
    expect(body.providers[0]).toMatchObject(JSON.parse(JSON.stringify(listener.mock.providers()[0])));
  });

  it('is not a part of the journal', async () => {
    await control.get('/providers').expect(200);
    await control.get('/nonsense').expect(404);
    expect(listener.mock.journal.list()).toEqual([]);
  });

  it('begins at /_tombstone/ and not a letter earlier', async () => {
    const outside = await supertest(listener.url).get('/_tombstones').expect(404);
    expect(outside.body.code).not.toBe('unknown-call');
    const encoded = await supertest(listener.url).get('/%5Ftombstone/health').expect(404);
    expect(encoded.body.code).not.toBe('unknown-call');
    expect(listener.mock.journal.list()).toHaveLength(2);
  });

  it('keeps caches away', async () => {
    await control.get('/clock').expect('cache-control', 'no-store');
    await control.get('/nonsense').expect('cache-control', 'no-store');
  });

  it.each(['/helth', '', '/', '/health/', '/state/parcels', '/state/parcels/parcel', '/state/parcels/parcel/'])(
    'has no call "%s", and says which it has',
    async (path) => {
      const { body } = await control.get(path).expect(404).expect('content-type', 'application/problem+json');
      expect(body).toMatchObject({ type: 'about:blank', title: 'Not Found', status: 404, code: 'unknown-call' });
      expect(body.detail).toContain('/_tombstone/state/{provider}/{resource}/{key}');
    },
  );

  it('guesses what a misspelt call was to be', async () => {
    const { body } = await control.get('/helth').expect(404);
    expect(body.detail).toContain('Did you mean "/health"?');
    expect(body.detail).not.toContain('[unknown-call]');
  });

  it.each([
    ['post', '/health', 'GET, HEAD'],
    ['delete', '/providers', 'GET, HEAD'],
    ['delete', '/state', 'GET, HEAD, PUT'],
    ['get', '/reset', 'POST'],
    ['options', '/clock', 'GET, HEAD, POST'],
    ['put', '/journal', 'GET, HEAD, DELETE'],
    ['patch', '/switches/parcels', 'GET, HEAD, PUT'],
    ['post', `/state/parcels/parcel/${parcel.done}`, 'GET, HEAD, PUT, PATCH, DELETE'],
  ] as const)('does not take %s %s, and says what it takes', async (method, path, allow) => {
    const { body } = await control[method](path).expect(405).expect('allow', allow);
    expect(body).toMatchObject({ status: 405, code: 'wrong-method' });
  });

  it('refuses a parameter that a call does not take, which may be a misspelt one', async () => {
    const { body } = await control.delete(`/state/parcels/parcel/${parcel.done}?partion=x`).expect(400);
    expect(body).toMatchObject({ code: 'bad-call', detail: expect.stringContaining('Did you mean "partition"?') });
    expect(listener.mock.records.get({ provider: 'parcels', resource: 'parcel', key: parcel.done })).toBeDefined();
  });
});

describe('the body of a control call', () => {
  const calls = [
    ['put', '/state'],
    ['post', '/clock'],
    ['put', '/switches/parcels'],
    ['put', `/state/parcels/parcel/${parcel.done}`],
    ['patch', `/state/parcels/parcel/${parcel.done}`],
  ] as const;
  const world = () => JSON.stringify({ ...listener.mock.exportState(), clock: listener.mock.clock.pace });

  it.each(calls)('of %s %s has to be declared as JSON', async (method, path) => {
    const state = world();
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json5', 'text/json']) {
      const { body } = await control[method](path).set('content-type', type).send('{}').expect(415);
      expect(body).toMatchObject({ code: 'bad-media-type', detail: expect.stringContaining(`"${type}"`) });
    }
    await control[method](path).expect(415);
    expect(world()).toBe(state);
  });

  it.each(calls)('of %s %s has to be a JSON object', async (method, path) => {
    const state = world();
    for (const text of ['', '{', '{"a":}', '[]', 'null', '1', '"text"', '{} {}']) {
      const { body } = await control[method](path).set('content-type', 'application/json').send(text).expect(400);
      expect(body).toMatchObject({ status: 400, code: 'bad-call', detail: expect.stringContaining('JSON') });
    }
    expect(world()).toBe(state);
  });

  it('has to be UTF-8', async () => {
    const latin1 = Buffer.from('{"note":"\xfc"}', 'latin1');
    const answer = await fetch(`${listener.url}/_tombstone/state/parcels/parcel/${parcel.done}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: latin1,
    });
    expect(answer.status).toBe(400);
  });

  it('may say which charset it has', async () => {
    await control
      .post('/clock')
      .set('content-type', 'Application/JSON ; charset=utf-8')
      .send('{"advance":"1s"}')
      .expect(200);
  });

  it('may be larger than any body a provider takes', async () => {
    await using small = await serveParcels({ bodyLimit: 100 });
    const note = 'x'.repeat(10_000);
    const answer = await supertest(small.url)
      .patch(`/_tombstone/state/parcels/parcel/${parcel.done}`)
      .send({ note })
      .expect(200);
    expect(answer.body.note).toBe(note);
  });

  it('has a limit all the same', async () => {
    using connection = await open(listener.port);
    connection.send(bytes('PUT /_tombstone/state', ['Content-Type: application/json', 'Content-Length: 99999999999']));
    const text = await connection.received(/body-too-large[\s\S]*\}/);
    expect(head(text).status).toBe(413);
  });
});
