import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import type { PlainRequest } from '../../../src/mock/mock.js';
import { plainRequest } from '../../../src/server/plainRequest.js';
import { open } from '../../features/server/support/connection.js';

it('a request says each header once, those too that node would drop or keep apart', async () => {
  let seen: PlainRequest | undefined;
  const server = createServer({ joinDuplicateHeaders: true }, (message, response) => {
    seen = plainRequest(message);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  using connection = await open((server.address() as AddressInfo).port);
  const fields = [
    'Host: a',
    'Accept: 1',
    'accept: 2',
    'User-Agent: x',
    'User-Agent: y',
    'Set-Cookie: s',
    'Set-Cookie: t',
  ];
  connection.send(['GET /p?q=%20 HTTP/1.1', ...fields, 'Connection: close', '', ''].join('\r\n'));
  await connection.closed();
  server.close();
  expect(seen).toEqual({
    method: 'GET',
    target: '/p?q=%20',
    headers: { host: 'a', accept: '1, 2', 'user-agent': 'x, y', 'set-cookie': 's, t', connection: 'close' },
  });
});
