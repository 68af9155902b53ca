import supertest from 'supertest';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { ServedSandbox } from '../../../src/server/sandboxes.js';
import { createSandboxes } from '../../../src/server/sandboxes.js';
import { open } from '../server/support/connection.js';
import { parcel, serveParcels } from '../server/support/parcels.js';

const start = Date.UTC(2026, 0, 2, 3, 4, 5);
const listener = await serveParcels({ start, switches: { parcels: { unknownParcel: 'idempotent' } } });
const control = supertest(`${listener.url}/_tombstone`);
const key = { 'x-parcel-key': 'parcel-key' };
afterAll(() => listener.close());

const list = async (): Promise<readonly ServedSandbox[]> =>
  (await control.get('/sandboxes').expect(200)).body.sandboxes;
beforeEach(async () => {
  listener.mock.reset();
  for (const { id } of await list()) await control.delete(`/sandboxes/${id}`).expect(204);
});

async function make(body: object = {}): Promise<ServedSandbox> {
  const answer = await control.post('/sandboxes').send(body).expect(201);
  return answer.body;
}

describe('a sandbox made through control', () => {
  it('says where it is, and is there', async () => {
    const made = await make();
    expect(made).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{12}$/),
      baseUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      control: `${made.baseUrl}/_tombstone`,
      baseUrls: { parcels: `${made.baseUrl}/v2` },
    });
    expect(made.baseUrl).not.toBe(listener.url);
    await supertest(made.control).get('/health').expect(200);
    await supertest(made.baseUrls['parcels'] ?? '')
      .get(`/parcels/${parcel.done}`)
      .set(key)
      .expect(200);
    expect(await list()).toEqual([made]);
  });

  it('shares nothing: neither records nor clock, journal, faults, switches or ids', async () => {
    const one = await make();
    const other = await make();
    const asked = supertest(one.control);
    await supertest(one.baseUrl).delete(`/v2/parcels/${parcel.done}`).set(key).expect(204);
    await asked.post('/clock').send({ advance: '1h' }).expect(200);
    await asked
      .post('/faults')
      .send({ operation: '*', fault: { status: 503 } })
      .expect(201);
    await asked.put('/switches/parcels').send({ lostParcels: 'delete' }).expect(200);
    for (const untouched of [listener.url, other.baseUrl]) {
      const look = supertest(`${untouched}/_tombstone`);
      await look.get(`/state/parcels/parcel/${parcel.done}`).expect(200);
      await look.get('/clock').expect(200, { now: '2026-01-02T03:04:05.000Z', pace: 'manual' });
      await look.get('/journal').expect(200, { exchanges: [] });
      await look.get('/faults').expect(200, { faults: [] });
      expect((await look.get('/switches/parcels').expect(200)).body).toMatchObject({ lostParcels: 'keep' });
    }
  });

  it('starts as the one it was made beside started, whatever happened there since', async () => {
    const first = listener.mock.exportState();
    listener.mock.records.remove({ provider: 'parcels', resource: 'parcel', key: parcel.done });
    listener.mock.switches.set('parcels', { lostParcels: 'delete' });
    listener.mock.clock.setPace('instant');
    const { control: its } = await make();
    await supertest(its)
      .get('/state')
      .expect(200, JSON.parse(JSON.stringify(first)));
  });

  it('has what was asked for otherwise', async () => {
    const record = { id: 'b7d1e4c3-0000-4000-8000-00000000000a', name: 'Nord' };
    const made = await make({
      providers: ['parcels'],
      pace: 'instant',
      auth: 'off',
      seed: 9,
      fixtures: { parcels: { depot: [record], parcel: [] } },
      switches: { parcels: { lostParcels: 'delete' } },
    });
    const asked = supertest(made.control);
    expect((await asked.get('/clock')).body.pace).toBe('instant');
    expect((await asked.get('/switches/parcels')).body).toMatchObject({
      lostParcels: 'delete',
      unknownParcel: 'idempotent',
    });
    expect((await asked.get(`/state/parcels/depot/${record.id}`).expect(200)).body).toMatchObject(record);
    await supertest(made.baseUrl).delete(`/v2/parcels/${parcel.done}`).expect(204);
  });

  it('gives the same ids with the same seed, and others with another', async () => {
    const idFrom = async (seed: number) => {
      const { baseUrl } = await make({ seed });
      return (await supertest(baseUrl).post('/v2/depots').set(key).send({ name: 'Süd' }).expect(201)).body.id;
    };
    expect(await idFrom(5)).toBe(await idFrom(5));
    expect(await idFrom(5)).not.toBe(await idFrom(6));
  });

  it('is closed with its port, and its id means nothing any more', async () => {
    const { id, baseUrl } = await make();
    const { port } = new URL(baseUrl);
    await control.delete(`/sandboxes/${id}`).expect(204);
    await expect(open(Number(port))).rejects.toThrow(/ECONNREFUSED/);
    expect(await list()).toEqual([]);
    const { body } = await control.delete(`/sandboxes/${id}`).expect(404);
    expect(body).toMatchObject({ code: 'unknown-sandbox', detail: expect.stringContaining(id) });
  });

  it('makes no sandboxes itself, and says who does', async () => {
    const asked = supertest((await make()).control);
    for (const answer of [await asked.post('/sandboxes').send({}), await asked.get('/sandboxes')]) {
      expect(answer.status).toBe(404);
      expect(answer.body).toMatchObject({
        code: 'unknown-call',
        detail: expect.stringContaining(`${listener.url}/_tombstone/sandboxes`),
      });
    }
  });

  it.each([
    [{ provider: ['parcels'] }, 'Did you mean "providers"?'],
    [{ providers: [] }, 'at least one provider'],
    [{ providers: 'parcels' }, 'providers is "parcels"'],
    [{ providers: ['parcel'] }, 'Did you mean "parcels"?'],
    [{ pace: 'slow' }, 'real, manual or instant'],
    [{ auth: true }, 'verify, any or off'],
    [{ seed: 1.5 }, 'seed is 1.5'],
    [{ fixtures: [] }, 'fixtures is []'],
    [{ fixtures: { parcels: [] } }, 'by provider and resource'],
    [{ fixtures: { parcels: { parcl: [] } } }, 'Did you mean "parcel"?'],
    [{ fixtures: { parcels: { parcel: [{ status: 'flying' }] } } }, 'has no status "flying"'],
    [{ fixtures: { parcls: {} } }, 'Did you mean "parcels"?'],
    [{ switches: { parcels: { lostParcels: 'burn' } } }, 'has no value "burn"'],
    [{ switches: { parcels: true } }, 'values by provider and switch'],
  ])('is not made of %j', async (wrong, detail) => {
    const { body } = await control.post('/sandboxes').send(wrong).expect(400);
    expect(body).toMatchObject({ code: 'bad-sandbox', detail: expect.stringContaining(detail) });
    expect(await list()).toEqual([]);
  });
});

describe('the sandboxes of a listener', () => {
  it('are no more than a limit, however many are asked for at once', async () => {
    await using small = await serveParcels({ maxSandboxes: 3 });
    const ask = () => supertest(`${small.url}/_tombstone`).post('/sandboxes').send({});
    const answers = await Promise.all(Array.from({ length: 8 }, ask));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 409, 409, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'too-many-sandboxes',
      detail: expect.stringMatching(/There are 3 sandboxes.*DELETE \/_tombstone\/sandboxes\/\{id\}/),
    });
    const id = answers.find(({ status }) => status === 201)?.body.id;
    await supertest(`${small.url}/_tombstone`).delete(`/sandboxes/${id}`).expect(204);
    expect((await ask()).status).toBe(201);
  });

  it('are no more than the limit when all of them are just being opened, or closed', async () => {
    const sandboxes = createSandboxes(listener.mock, { maxSandboxes: 3 }, () => listener.url);
    const opened = await Promise.allSettled(Array.from({ length: 8 }, () => sandboxes.open({})));
    expect(opened.map(({ status }) => status)).toEqual([
      ...Array<string>(3).fill('fulfilled'),
      ...Array<string>(5).fill('rejected'),
    ]);
    const closing = sandboxes.closeAll();
    expect(sandboxes.list()).toEqual([]);
    await expect(sandboxes.open({})).rejects.toMatchObject({ code: 'too-many-sandboxes' });
    await closing;
  });

  it('are closed with it, also those that are just being made', async () => {
    const parent = await serveParcels();
    const made = await supertest(`${parent.url}/_tombstone`).post('/sandboxes').send({}).expect(201);
    const half = fetch(`${parent.url}/_tombstone/sandboxes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    }).catch(() => undefined);
    await new Promise(setImmediate);
    await parent.close();
    await half;
    await expect(open(Number(new URL(made.body.baseUrl).port))).rejects.toThrow(/ECONNREFUSED/);
    // The listener of this file is the one that is left.
    expect(process.getActiveResourcesInfo().filter((kind) => kind === 'TCPServerWrap')).toHaveLength(1);
  });

  it('open with the same token as it', async () => {
    const token = 'correct horse';
    await using guarded = await serveParcels({ token, host: '127.0.0.1' });
    const { body } = await supertest(`${guarded.url}/_tombstone`).post('/sandboxes').send({}).expect(201);
    const foreign = supertest(body.control).get('/health').set('host', 'evil.example');
    await foreign.expect(403);
    await supertest(body.control)
      .get('/health')
      .set('host', 'evil.example')
      .set('authorization', `Bearer ${token}`)
      .expect(200);
  });
});
