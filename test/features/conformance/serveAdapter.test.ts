import { EventEmitter, once } from 'node:events';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { serveAdapter } from '../../../src/conformance/rungs/serveAdapter.js';
import { startSession } from '../../../src/conformance/rungs/session.js';
import { fixture, left, play } from './support/place.js';

it('serves an adapter in JavaScript to the session rung; what the client prints does no harm', async () => {
  const { command, env, pids } = fixture('served.mjs');
  const entry = pathToFileURL('dist/src/conformance/index.js').href;
  const rung = await startSession(command, { env: { ...env, TOMBSTONE: entry } });
  expect(rung).toMatchObject({
    name: 'session',
    client: { name: 'acme-js', version: '2.0.0' },
    capabilities: ['twelvelabs/deleteTask'],
    concurrency: 2,
  });
  const { answer } = await play(rung, 'x');
  expect(answer).toEqual({
    type: 'result',
    outcomes: [{ outcome: 'deleted', status: 204 }],
    output: { stdout: '', stderr: 'acme: deleteTask\n' },
  });
  const unable = await play(rung, 'x', { steps: [{ operation: 'other', parameters: {} }] });
  expect(unable.answer).toMatchObject({
    type: 'unsupported',
    reason: 'It has no other.',
    issue: 'https://example.com/1',
  });
  const bug = await play(rung, 'x', { steps: [{ operation: 'deleteTask', parameters: { task_id: 'bug' } }] });
  expect(bug.answer).toMatchObject({
    type: 'fault',
    message: expect.stringContaining('TypeError: a bug of the adapter'),
  });
  expect((await play(rung, 'x')).answer.type).toBe('result');
  await rung.close();
  expect(await left(pids())).toEqual([]);
});

it('answers what it has in hand when its input ends, and only then comes to its end', async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  const calls = new EventEmitter();
  const adapter = {
    name: 'slow',
    async run() {
      calls.emit('call');
      await once(calls, 'answer');
      return { status: 200 };
    },
  };
  const served = serveAdapter(adapter, { input, output });
  input.write('{"type":"hello","protocol":1}\n{"type":"from-the-future"}\n\n');
  const step = { operation: 'a', parameters: {} };
  const run = { type: 'run', seq: 5, case: 'x', provider: 'p', baseUrl: 'http://h', credentials: {}, do: [step] };
  const called = once(calls, 'call');
  input.end(`${JSON.stringify(run)}\n`);
  await called;
  expect(input.readableEnded).toBe(true);
  calls.emit('answer');
  await served;
  expect(
    String(output.read())
      .split('\n')
      .map((line) => line && JSON.parse(line)),
  ).toEqual([
    { type: 'hello', protocol: 1, client: { name: 'slow' }, concurrency: 1 },
    { type: 'result', seq: 5, outcomes: [{ status: 200 }] },
    '',
  ]);
});
