import supertest from 'supertest';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { startServer } from '../../../src/server/startServer.js';

const server = await startServer({ providers: ['huawei-mpc'], port: 0 });
const control = supertest(`${server.url}/_tombstone`);
const path = '/state/huawei-mpc/transcodingTask/777001';
const project = 'ffffffffffffffffffffffffffffffff';
afterAll(() => server.close());
beforeEach(() => server.mock.reset());

describe('a record of a provider with projects, through control', () => {
  it('belongs to the default project where nothing else is said', async () => {
    const { body } = await control.put(path).send({ status: 'FAILED' }).expect(200);
    expect(body).toMatchObject({ status: 'FAILED', project_id: '0a1b2c3d4e5f60718293a4b5c6d7e8f9' });
    await control.get(`${path}?partition=${project}`).expect(404);
  });

  it('belongs to the project that its body names', async () => {
    await control.put(path).send({ status: 'FAILED', project_id: project }).expect(200);
    const { body } = await control.get(`${path}?partition=${project}`).expect(200);
    expect(body).toMatchObject({ status: 'FAILED', project_id: project });
    const missing = await control.get(path).expect(404);
    expect(missing.body.detail).toContain('?partition=');
  });

  it('belongs to the project that ?partition names', async () => {
    await control.put(`${path}?partition=${project}`).send({ status: 'FAILED' }).expect(200);
    await control.patch(`${path}?partition=${project}`).send({ status: 'SUCCEEDED' }).expect(200);
    await control.get(path).expect(404);
    const { body } = await control.delete(`${path}?partition=${project}`).expect(200);
    expect(body).toMatchObject({ status: 'SUCCEEDED', project_id: project });
    await control.get(`${path}?partition=${project}`).expect(404);
  });

  it('has a key of the type that the provider gives it', async () => {
    const { body } = await control.put(path).send({ status: 'FAILED' }).expect(200);
    expect(body.task_id).toBe(777001);
    const wrong = await control.put('/state/huawei-mpc/transcodingTask/first').send({ status: 'FAILED' }).expect(400);
    expect(wrong.body.detail).toContain('integer');
  });
});
