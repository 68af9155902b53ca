import supertest from 'supertest';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { depot, parcel, serveParcels } from '../server/support/parcels.js';

const start = Date.UTC(2026, 0, 2, 3, 4, 5);
const listener = await serveParcels({ start });
const control = supertest(`${listener.url}/_tombstone`);
const parcels = supertest(`${listener.url}/v2`);
const key = { 'x-parcel-key': 'parcel-key' };
afterAll(() => listener.close());
beforeEach(() => {
  listener.mock.reset();
  listener.mock.clock.setPace('manual');
});

describe('the state of a sandbox, through control', () => {
  it('can be taken out, and put in again', async () => {
    const { body: before } = await control.get('/state').expect(200);
    await parcels.delete(`/parcels/${parcel.done}`).set(key).expect(204);
    await control.put('/switches/parcels').send({ unknownParcel: 'idempotent' }).expect(200);
    const { body: after } = await control.get('/state').expect(200);
    expect(after).not.toEqual(before);
    await control.put('/state').send(before).expect(204);
    await control.get('/state').expect(200, before);
    await parcels.delete(`/parcels/${parcel.done}`).set(key).expect(204);
  });

  it('stays as it is where what is put in is wrong', async () => {
    const { body: before } = await control.get('/state').expect(200);
    for (const snapshot of [
      {},
      { ...before, format: 2 },
      { ...before, providers: { nobody: { records: {}, switches: {} } } },
    ]) {
      const { body } = await control.put('/state').send(snapshot).expect(400);
      expect(body.code).toBe('bad-fixture');
    }
    await control.get('/state').expect(200, before);
  });

  it('goes back to where it started', async () => {
    const { body: before } = await control.get('/state').expect(200);
    await parcels.delete(`/parcels/${parcel.done}`).set(key).expect(204);
    await control.post('/reset').expect(204);
    await control.get('/state').expect(200, before);
    await control.get('/journal').expect(200, { exchanges: [] });
  });
});

describe('the clock of a sandbox, through control', () => {
  it('is shown with how it moves', async () => {
    await control.get('/clock').expect(200, { now: '2026-01-02T03:04:05.000Z', pace: 'manual' });
  });

  it('moves when it is told to, and records move with it', async () => {
    const made = await parcels.post('/parcels').set(key).send({ depot_id: depot, weight: 1 }).expect(201);
    expect(made.body.status).toBe('waiting');
    await control
      .post('/clock')
      .send({ advance: '10s' })
      .expect(200, { now: '2026-01-02T03:04:15.000Z', pace: 'manual' });
    const { body } = await parcels.get(`/parcels/${made.body.id}`).set(key).expect(200);
    expect(body.status).toBe('moving');
    await control
      .post('/clock')
      .send({ advance: 500 })
      .expect(200, { now: '2026-01-02T03:04:15.500Z', pace: 'manual' });
  });

  it('can be told how to move', async () => {
    const { body } = await control.post('/clock').send({ pace: 'instant' }).expect(200);
    expect(body.pace).toBe('instant');
    expect(listener.mock.clock.pace).toBe('instant');
  });

  it.each([
    [{}, 'bad-call'],
    [{ pace: 'slow' }, 'bad-call'],
    [{ pace: 'instant', now: '2026-01-01T00:00:00Z' }, 'bad-call'],
    [{ advance: true }, 'bad-call'],
    [{ advance: -1 }, 'bad-call'],
    [{ advance: 'a while' }, 'bad-duration'],
    [{ advance: 'a while', pace: 'instant' }, 'bad-duration'],
  ])('does not take %j', async (body, code) => {
    const answer = await control.post('/clock').send(body).expect(400);
    expect(answer.body).toMatchObject({ status: 400, code });
    await control.get('/clock').expect(200, { now: '2026-01-02T03:04:05.000Z', pace: 'manual' });
  });
});

describe('the journal of a sandbox, through control', () => {
  it('holds each exchange, and those after a number', async () => {
    await parcels.get(`/parcels/${parcel.done}`).set(key).expect(200);
    await parcels.delete(`/parcels/${parcel.moving}`).set(key).expect(409);
    const { body } = await control.get('/journal').expect(200);
    expect(body.exchanges).toMatchObject([
      { request: { method: 'GET' }, response: { status: 200 } },
      { request: { method: 'DELETE' }, response: { status: 409 }, rule: 'parcels/deleteParcel/busy' },
    ]);
    const [first, second] = body.exchanges;
    expect(second.seq).toBe(first.seq + 1);
    const later = await control.get(`/journal?after=${first.seq}`).expect(200);
    expect(later.body.exchanges).toEqual(body.exchanges.slice(1));
    await control.get(`/journal?after=${second.seq}`).expect(200, { exchanges: [] });
  });

  it.each(['-1', '1.5', 'x', '', '1e3'])('does not begin after "%s"', async (after) => {
    const { body } = await control.get(`/journal?after=${after}`).expect(400);
    expect(body).toMatchObject({ code: 'bad-call', detail: expect.stringContaining(`after is "${after}"`) });
  });

  it('can be emptied', async () => {
    await parcels.get(`/parcels/${parcel.done}`).set(key).expect(200);
    await control.delete('/journal').expect(204);
    await control.get('/journal').expect(200, { exchanges: [] });
  });
});

describe('the switches of a provider, through control', () => {
  const defaults = { unknownParcel: 'refuse', lostParcels: 'keep', unknownInput: 'ignore' };

  it('are shown, and set one by one', async () => {
    await control.get('/switches/parcels').expect(200, defaults);
    const { body } = await control.put('/switches/parcels').send({ lostParcels: 'delete' }).expect(200);
    expect(body).toEqual({ ...defaults, lostParcels: 'delete' });
    await parcels.delete(`/parcels/${parcel.lost}`).set(key).expect(204);
  });

  it.each([
    ['parcel', {}, 404, 'unknown-provider', '"parcels"'],
    ['parcels', { unknownParcl: 'refuse' }, 404, 'unknown-switch', '"unknownParcel"'],
    ['parcels', { unknownParcel: 'refused' }, 404, 'unknown-switch', '"refuse"'],
    ['parcels', { unknownParcel: true }, 400, 'bad-call', 'a string'],
    ['parcels', { lostParcels: 'delete', unknownParcel: 'x' }, 404, 'unknown-switch', 'refuse'],
  ])('of %s do not take %j', async (provider, values, status, code, detail) => {
    const { body } = await control.put(`/switches/${provider}`).send(values).expect(status);
    expect(body).toMatchObject({ status, code, detail: expect.stringContaining(detail) });
    await control.get('/switches/parcels').expect(200, defaults);
  });
});
