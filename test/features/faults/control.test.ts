import supertest from 'supertest';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { parcel, serveParcels } from '../server/support/parcels.js';

const listener = await serveParcels();
const control = supertest(`${listener.url}/_tombstone`);
const client = supertest(`${listener.url}/v2`);
const key = { 'x-parcel-key': 'parcel-key' };
afterAll(() => listener.close());
beforeEach(() => listener.mock.reset());

describe('the faults of a sandbox, through control', () => {
  const unavailable = { operation: 'parcels/getParcel', times: 2, fault: { status: 503, retryAfter: 1 } };

  it('are laid, shown with the calls they struck, and gone when their times are used up', async () => {
    const { body } = await control.post('/faults').send(unavailable).expect(201);
    expect(body).toEqual({ id: 'fault-1', ...unavailable, calls: 0, hits: 0 });
    await client.get(`/parcels/${parcel.done}`).set(key).expect(503).expect('retry-after', '1');
    await control.get('/faults').expect(200, { faults: [{ ...body, calls: 1, hits: 1 }] });
    await client.get(`/parcels/${parcel.done}`).set(key).expect(503);
    await control.get('/faults').expect(200, { faults: [] });
    await client.get(`/parcels/${parcel.done}`).set(key).expect(200);
  });

  it('are taken away one by one, or all', async () => {
    for (let count = 0; count < 3; count += 1) await control.post('/faults').send(unavailable).expect(201);
    await control.delete('/faults/fault-2').expect(204);
    const { body } = await control.delete('/faults/fault-2').expect(404);
    expect(body).toMatchObject({ code: 'unknown-fault', detail: expect.stringContaining('fault-1, fault-3') });
    await control.delete('/faults').expect(204);
    await control.get('/faults').expect(200, { faults: [] });
    await client.get(`/parcels/${parcel.done}`).set(key).expect(200);
  });

  it('never strike control itself', async () => {
    await control
      .post('/faults')
      .send({ operation: '*', fault: { status: 503 } })
      .expect(201);
    await control.get('/health').expect(200);
  });

  const fault = { status: 503 };
  it.each([
    [{}, 'operation is undefined'],
    [{ operation: 'parcels/getParcels', fault }, 'Did you mean "parcels/getParcel"?'],
    [{ operation: 'parcel/*', fault }, 'Did you mean "parcels/*"?'],
    [{ operation: 7, fault }, '<provider>/<operationId>'],
    [{ operation: '*', falt: fault }, 'A fault has no "falt". Did you mean "fault"?'],
    [{ operation: '*' }, 'fault is undefined'],
    [{ operation: '*', fault: [] }, 'fault is []'],
    [{ operation: '*', fault: {} }, 'does nothing; expected one of status, reset, truncate'],
    [{ operation: '*', fault: { statsu: 503 } }, 'Did you mean "status"?'],
    [{ operation: '*', fault: { status: 503, reset: 'before' } }, 'status and reset'],
    [{ operation: '*', fault: { truncate: true, loseResponse: true } }, 'truncate and loseResponse'],
    [{ operation: '*', fault, times: 0 }, 'times is 0'],
    [{ operation: '*', fault, times: 1.5 }, 'times is 1.5'],
    [{ operation: '*', fault, after: -1 }, 'after is -1'],
    [{ operation: '*', fault, probability: 0 }, 'probability is 0'],
    [{ operation: '*', fault, probability: 1.01 }, 'probability is 1.01'],
    [{ operation: '*', fault, probability: '0.5' }, 'probability is "0.5"'],
    [{ operation: '*', fault: { status: 100 } }, 'from 200 to 599'],
    [{ operation: '*', fault: { status: '503' } }, 'status is "503"'],
    [{ operation: '*', fault: { retryAfter: 1 } }, 'does nothing'],
    [{ operation: '*', fault: { reset: 'after', retryAfter: 1 } }, 'retryAfter without a status'],
    [{ operation: '*', fault: { status: 503, retryAfter: 1.5 } }, 'whole seconds'],
    [{ operation: '*', fault: { status: 503, retryAfter: '1' } }, 'retryAfter is "1"'],
    [{ operation: '*', fault: { status: 503, retryAfter: {} } }, 'retryAfter is {}'],
    [{ operation: '*', fault: { status: 503, retryAfter: { dat: '1s' } } }, 'Did you mean "date"?'],
    [{ operation: '*', fault: { status: 503, html: false } }, 'html is false'],
    [{ operation: '*', fault: { status: 503, empty: 'yes' } }, 'empty is "yes"'],
    [{ operation: '*', fault: { status: 503, html: true, body: 'x' } }, 'body and html'],
    [{ operation: '*', fault: { status: 204, body: 'x' } }, 'status 204 has no body'],
    [{ operation: '*', fault: { reset: true } }, '"before" or "after"'],
    [{ operation: '*', fault: { truncate: -1 } }, 'truncate is -1'],
    [{ operation: '*', fault: { truncate: false } }, 'truncate is false'],
    [{ operation: '*', fault: { loseResponse: 1 } }, 'loseResponse is 1'],
    [{ operation: '*', fault: { latency: true } }, 'latency is true'],
    [{ operation: '*', fault: { latency: '2d' } }, 'a day at most'],
  ])('are not made of %j', async (body, detail) => {
    const answer = await control.post('/faults').send(body).expect(400);
    expect(answer.body).toMatchObject({ code: 'bad-fault', detail: expect.stringContaining(detail) });
    await control.get('/faults').expect(200, { faults: [] });
  });

  it.each([{ latency: 'soon' }, { latency: -1 }, { status: 503, retryAfter: { date: 'soon' } }])(
    'do not last %j',
    async (wrong) => {
      const { body } = await control.post('/faults').send({ operation: '*', fault: wrong }).expect(400);
      expect(body.code).toBe('bad-duration');
    },
  );

  it('take the methods they say', async () => {
    await control.put('/faults').send({}).expect(405).expect('allow', 'GET, HEAD, POST, DELETE');
    await control.get('/faults/fault-1').expect(405).expect('allow', 'DELETE');
  });
});
