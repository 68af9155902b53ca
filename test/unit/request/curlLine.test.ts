import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { curlLine } from '../../../src/request/curlLine.js';
import { refuseRealService } from '../../../src/request/realService.js';
import { shellWord } from '../../../src/request/shellWord.js';

// Any code points but NUL, which no argument can hold.
const wordWithoutNul = fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => !text.includes('\0'));

test('a shell reads quoted words back as they were', () => {
  fc.assert(
    fc.property(fc.array(wordWithoutNul, { minLength: 1, maxLength: 20 }), (words) => {
      const script = `printf '%s\\0' ${words.map(shellWord).join(' ')}`;
      expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)).toEqual(words);
    }),
    { numRuns: 50 },
  );
});

test.each([
  [{ method: 'GET', url: 'http://h/a?b=c&d=e', headers: {} }, "curl -i 'http://h/a?b=c&d=e'"],
  [{ method: 'HEAD', url: 'http://h/a', headers: {} }, 'curl -i --head http://h/a'],
  [
    { method: 'DELETE', url: 'http://h/a', headers: { host: 'h', 'x-a': '' } },
    "curl -i -X DELETE -H 'x-a;' http://h/a",
  ],
  [{ method: 'GET', url: 'http://h/a?b[gte]=1', headers: {} }, "curl -i -g 'http://h/a?b[gte]=1'"],
  [{ method: 'GET', url: 'http://h/../a', headers: {} }, 'curl -i --path-as-is http://h/../a'],
  [
    { method: 'POST', url: 'http://h', headers: { 'content-type': 'application/json' }, body: '{"a":"\'"}' },
    `curl -i -X POST -H 'content-type: application/json' --data-raw '{"a":"'\\''"}' http://h`,
  ],
  [
    {
      method: 'POST',
      url: 'http://h',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      form: { a: '@b', f: { filename: 'v".mp4' }, o: { p: 1 } },
    },
    `curl -i -X POST --form-string a=@b -F 'f="";filename="v\\".mp4"' --form-string 'o={"p":1}' http://h`,
  ],
])('%j is written for curl', (request, line) => {
  expect(curlLine(request)).toBe(line);
});

test.each([
  ['api.twelvelabs.io', false],
  ['mpc.cn-north-4.myhuaweicloud.com', false],
  ['MPC.cn-north-4.myhuaweicloud.com', false],
  ['mpc.a.b.myhuaweicloud.com', true],
  ['apiXtwelvelabs.io', true],
  ['127.0.0.1', true],
  ['api.twelvelabs.io.local', true],
])('%s may be asked: %s', (host, allowed) => {
  const ask = () => refuseRealService(host, ['api.twelvelabs.io', 'mpc.{region}.myhuaweicloud.com']);
  if (allowed) expect(ask).not.toThrow();
  else expect(ask).toThrow('[real-service]');
});
