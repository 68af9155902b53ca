import { afterAll, describe, expect, it } from 'vitest';
import { head, open } from '../server/support/connection.js';
import { serveParcels } from '../server/support/parcels.js';

const token = 'correct horse';
const plain = await serveParcels();
const guarded = await serveParcels({ token });
afterAll(() => Promise.all([plain.close(), guarded.close()]));

/** A control call with exactly these header fields. */
async function call(port: number, fields: readonly string[], target = '/_tombstone/clock', method = 'GET') {
  using connection = await open(port);
  connection.send(`${[`${method} ${target} HTTP/1.1`, ...fields, 'Connection: close'].join('\r\n')}\r\n\r\n`);
  const text = await connection.closed();
  return { ...head(text), body: text.split('\r\n\r\n')[1] ?? '' };
}

describe('the control interface without a token', () => {
  it.each([
    'localhost',
    'localhost:4010',
    'LOCALHOST',
    'my.app.localhost:80',
    '127.0.0.1',
    '127.8.9.255:1',
    '[::1]',
    '[::1]:4010',
  ])('answers when it is called as %s', async (host) => {
    expect((await call(plain.port, [`Host: ${host}`])).status).toBe(200);
  });

  it.each([
    'evil.example',
    'evil.example:4010',
    'localhost.evil.example',
    'notlocalhost',
    '127.0.0.1.evil.example',
    '127.0.0.256',
    '127.1',
    '128.0.0.1',
    '0.0.0.0',
    '[::]',
    'localhost@evil.example',
    'localhost:4010:80',
    '',
  ])('refuses when it is called as "%s", which a page could let point here', async (host) => {
    const answer = await call(plain.port, [`Host: ${host}`]);
    expect(answer.status).toBe(403);
    expect(answer.fields.get('content-type')).toBe('application/problem+json');
    expect(JSON.parse(answer.body)).toMatchObject({ status: 403, code: 'control-refused' });
    expect(JSON.parse(answer.body).detail).toContain(`"${host}", which is no loopback name`);
    expect(JSON.parse(answer.body).detail).toContain('Authorization: Bearer <token>');
  });

  it('refuses when it does not say whom it calls', async () => {
    using connection = await open(plain.port);
    connection.send('GET /_tombstone/clock HTTP/1.0\r\n\r\n');
    expect(head(await connection.closed()).status).toBe(403);
  });

  it.each([
    'http://localhost',
    'http://localhost:5173',
    'https://127.0.0.1:3000',
    'http://[::1]:8080',
    'http://app.localhost',
  ])('answers to the page of %s', async (origin) => {
    expect((await call(plain.port, ['Host: localhost', `Origin: ${origin}`])).status).toBe(200);
  });

  it.each([
    'https://evil.example',
    'http://localhost.evil.example',
    'http://evil.example:80/localhost',
    'null',
    'file://',
    'chrome-extension://localhost',
    'localhost',
    'http://localhost, https://evil.example',
    '',
  ])('refuses the page of "%s"', async (origin) => {
    const answer = await call(plain.port, ['Host: localhost', `Origin: ${origin}`]);
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.body).detail).toContain(`the web page of "${origin}"`);
  });

  it('refuses a foreign page before it has done anything', async () => {
    const before = plain.mock.clock.now();
    const answer = await call(
      plain.port,
      ['Host: localhost', 'Origin: https://evil.example', 'Content-Type: application/json', 'Content-Length: 17'],
      '/_tombstone/clock',
      'POST',
    );
    expect(answer.status).toBe(403);
    expect(plain.mock.clock.now()).toBe(before);
  });

  it('goes by the authority of an absolute target, not by Host', async () => {
    const smuggled = await call(plain.port, ['Host: localhost'], 'http://evil.example/_tombstone/clock');
    expect(smuggled.status).toBe(403);
    const honest = await call(plain.port, ['Host: evil.example'], 'http://127.0.0.1:4010/_tombstone/clock');
    expect(honest.status).toBe(200);
  });

  it('is closed to every token', async () => {
    expect((await call(plain.port, ['Host: evil.example', 'Authorization: Bearer undefined'])).status).toBe(403);
  });

  it('never tells a browser that others may read it', async () => {
    const preflight = ['Host: localhost', 'Origin: http://localhost:5173', 'Access-Control-Request-Method: PUT'];
    for (const [method, target] of [
      ['OPTIONS', '/_tombstone/state'],
      ['GET', '/_tombstone/clock'],
    ] as const) {
      const { fields } = await call(plain.port, preflight, target, method);
      expect([...fields.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  });
});

describe('the control interface with a token', () => {
  it.each([`Authorization: Bearer ${token}`, `authorization: bearer ${token}`, `x-tombstone-token: ${token}`])(
    'answers anybody who sends "%s"',
    async (field) => {
      expect((await call(guarded.port, ['Host: evil.example', 'Origin: https://evil.example', field])).status).toBe(
        200,
      );
    },
  );

  it.each(['Bearer wrong', `Bearer ${token}x`, 'Bearer correct', `Basic ${token}`, token, 'Bearer ', ''])(
    'refuses "Authorization: %s"',
    async (value) => {
      expect((await call(guarded.port, ['Host: evil.example', `Authorization: ${value}`])).status).toBe(403);
    },
  );

  it.each([`${token}x`, '', 'wrong'])('refuses "x-tombstone-token: %s"', async (value) => {
    expect((await call(guarded.port, ['Host: evil.example', `x-tombstone-token: ${value}`])).status).toBe(403);
  });

  it('still answers to loopback names without it', async () => {
    expect((await call(guarded.port, ['Host: localhost'])).status).toBe(200);
  });
});
