import supertest from 'supertest';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { depot, parcel, serveParcels } from '../server/support/parcels.js';

const listener = await serveParcels();
const control = supertest(`${listener.url}/_tombstone`);
const parcels = supertest(`${listener.url}/v2`);
const key = { 'x-parcel-key': 'parcel-key' };
const unknown = '7d1e4c3a-0000-4000-8000-00000000000f';
afterAll(() => listener.close());
beforeEach(() => listener.mock.reset());

describe('a record, through control', () => {
  it('is shown whole, with the names and values of the wire', async () => {
    const { body } = await control.get(`/state/parcels/parcel/${parcel.done}`).expect(200);
    expect(body).toMatchObject({ id: parcel.done, status: 'done', weight: 3, depot_id: depot });
  });

  it('is made by PUT, which fills in what it is not given', async () => {
    const { body } = await control
      .put(`/state/parcels/parcel/${unknown}`)
      .send({ status: 'lost', weight: 7 })
      .expect(200);
    expect(body).toMatchObject({ id: unknown, status: 'lost', weight: 7, note: null });
    const shown = await parcels.get(`/parcels/${unknown}`).set(key).expect(200);
    expect(shown.body).toMatchObject({ id: unknown, status: 'lost', weight: 7 });
  });

  it('is changed by PATCH in the fields it names, and no others', async () => {
    const { body } = await control.patch(`/state/parcels/parcel/${parcel.done}`).send({ note: 'new' }).expect(200);
    expect(body).toMatchObject({ id: parcel.done, status: 'done', weight: 3, note: 'new' });
    await control.get(`/state/parcels/parcel/${parcel.done}`).expect(200, body);
  });

  it('can be put into any state, and the provider then goes by it', async () => {
    await control.patch(`/state/parcels/parcel/${parcel.done}`).send({ status: 'moving' }).expect(200);
    await parcels.delete(`/parcels/${parcel.done}`).set(key).expect(409);
    await control.patch(`/state/parcels/parcel/${parcel.done}`).send({ status: 'done' }).expect(200);
    await parcels.delete(`/parcels/${parcel.done}`).set(key).expect(204);
  });

  it('runs the entry effects of its state where it is asked to, and only then', async () => {
    const quiet = await control.patch(`/state/parcels/parcel/${parcel.waiting}`).send({ status: 'done' }).expect(200);
    expect(quiet.body.done_at).toBeNull();
    listener.mock.reset();
    const entered = await control
      .patch(`/state/parcels/parcel/${parcel.waiting}?enter=true`)
      .send({ status: 'done' })
      .expect(200);
    expect(entered.body.done_at).toEqual(expect.any(String));
    await control.patch(`/state/parcels/parcel/${parcel.waiting}?enter=yes`).send({ status: 'done' }).expect(400);
  });

  it('is removed by DELETE, whatever the provider would say to it', async () => {
    const { body } = await control.delete(`/state/parcels/parcel/${parcel.moving}`).expect(200);
    expect(body).toMatchObject({ id: parcel.moving, status: 'moving' });
    await parcels.get(`/parcels/${parcel.moving}`).set(key).expect(404);
  });

  it.each(['get', 'patch', 'delete'] as const)('that is not there is a problem to %s', async (method) => {
    const call = control[method](`/state/parcels/parcel/${unknown}`);
    const { body } = await (method === 'patch' ? call.send({ note: 'x' }) : call).expect(404);
    expect(body).toMatchObject({ status: 404, code: 'unknown-record' });
    expect(body.detail).toContain(`parcels has no parcel "${unknown}"`);
  });

  it('has a key that may be percent-encoded', async () => {
    const encoded = [...parcel.done].map((char) => `%${char.charCodeAt(0).toString(16)}`).join('');
    const { body } = await control.get(`/state/parcels/parcel/${encoded}`).expect(200);
    expect(body.id).toBe(parcel.done);
    const odd = await control.put('/state/parcels/depot/a%2Fb%20%C3%BC').send({ name: 'Odd' }).expect(200);
    expect(odd.body.id).toBe('a/b ü');
    await control.get('/state/parcels/depot/%E0%A4%A').expect(400);
  });

  it('of a provider nobody knows is a problem that names the nearest', async () => {
    const { body } = await control.get(`/state/parcel/parcel/${parcel.done}`).expect(404);
    expect(body).toMatchObject({
      code: 'unknown-provider',
      detail: expect.stringContaining('Did you mean "parcels"?'),
    });
  });

  it('of a resource nobody knows is a problem that names the nearest', async () => {
    const { body } = await control.put(`/state/parcels/parcells/${parcel.done}`).send({}).expect(404);
    expect(body).toMatchObject({ code: 'unknown-resource', detail: expect.stringContaining('Did you mean "parcel"?') });
  });

  it('in a state nobody knows is a bad body', async () => {
    const { body } = await control.patch(`/state/parcels/parcel/${parcel.done}`).send({ status: 'dnoe' }).expect(400);
    expect(body).toMatchObject({
      code: 'unknown-state',
      detail: expect.stringContaining('waiting, moving, done, lost'),
    });
  });
});
