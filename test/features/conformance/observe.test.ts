import { describe, expect, it } from 'vitest';
import { fillPlaceholders } from '../../../src/conformance/rungs/fillPlaceholders.js';
import { observeRung } from '../../../src/conformance/rungs/observe.js';
import { deletable, fixture, indexing, left, play } from './support/place.js';

const { command: program, env, pids } = fixture('deleteByUrl.js');
const byArguments = [...program, '{baseUrl}/tasks/{task_id}', '{credential}'];
const steps = (...ids: string[]) => ids.map((task_id) => ({ operation: 'deleteTask', parameters: { task_id } }));

describe('an unmodified program', () => {
  it('is told what to do by its arguments, and says nothing but by its exit', async () => {
    const rung = observeRung(byArguments, { env });
    const { answer, mock } = await play(rung, 'x');
    expect(answer).toEqual({
      type: 'exit',
      status: 0,
      refused: [],
      output: { stdout: 'deleted? true\n', stderr: '' },
    });
    expect(mock.journal.list().map(({ rule }) => rule)).toEqual(['twelvelabs/deleteTask/deleted']);
    expect(await left(pids())).toEqual([]);
  });

  it('is started once for each step; its last exit counts', async () => {
    const rung = observeRung(byArguments, { env });
    const { answer, mock } = await play(rung, 'x', { steps: steps(deletable, indexing) });
    expect(answer).toMatchObject({ type: 'exit', status: 1 });
    expect(mock.journal.list().map(({ response }) => response.status)).toEqual([204, 400]);
  });

  it('is told the same by variables, whatever language it is in', async () => {
    const script =
      'echo "$TOMBSTONE_OPERATION $TOMBSTONE_PARAM_task_id $TOMBSTONE_PARAM_index_id $TOMBSTONE_BASE_URL $TOMBSTONE_CREDENTIAL $TOMBSTONE_BODY"';
    const rung = observeRung(['sh', '-c', script]);
    const step = { operation: 'patchThing', parameters: { task_id: 7, 'index-id': 'a b' }, body: { a: [1] } };
    const { answer, message } = await play(rung, 'x', { steps: [step] });
    expect(answer.output?.stdout).toBe(`patchThing 7 a b ${message.baseUrl} tlk_tombstone {"a":[1]}\n`);
  });

  it('is led to the sandbox by an environment, which is closed with the case', async () => {
    let isOpen = false;
    const script = `
      const [, task] = process.argv;
      const headers = { 'x-api-key': process.env.KEY };
      await fetch(process.env.ACME_URL + '/v1.3/tasks/' + task, { method: 'DELETE', headers });
      process.exitCode = 3;`;
    const rung = observeRung([process.execPath, '--input-type=module', '-e', script, '{task_id}'], {
      environment: async ({ origin }, { credentials }) => {
        isOpen = true;
        const [key] = Object.values(credentials);
        return {
          env: { ACME_URL: origin, KEY: key && 'value' in key ? key.value : '' },
          refused: () => ['CONNECT example.com:443'],
          close: async () => {
            isOpen = false;
          },
        };
      },
    });
    const { answer, mock } = await play(rung, 'x');
    expect(answer).toMatchObject({ type: 'exit', status: 3, refused: ['CONNECT example.com:443'] });
    expect(mock.journal.list()[0]?.response.status).toBe(204);
    expect(isOpen).toBe(false);
  });

  it('that a signal ended has no status', async () => {
    const { answer } = await play(observeRung(['sh', '-c', 'kill -9 $$']), 'x');
    expect(answer).toMatchObject({ type: 'exit', status: null, signal: 'SIGKILL' });
  });

  it('cannot take a case that its command line has no words for', async () => {
    const missing = await play(observeRung(['sh', '{video-id}']), 'x');
    expect(missing.answer).toMatchObject({
      type: 'unsupported',
      reason: 'Its command line needs {video-id}, and deleteTask is called without it.',
    });
    const until = { pointer: '/status', in: ['ready'], atMost: 3 };
    const waiting = await play(observeRung(['true']), 'x', {
      steps: [{ operation: 'getTask', parameters: {}, until }],
    });
    expect(waiting.answer.type).toBe('unsupported');
  });

  it('that does not end is ended, and that cannot be started is a fault', async () => {
    const late = await play(observeRung(['sleep', '600'], { grace: 300 }), 'x', { patience: 500 });
    expect(late.answer).toMatchObject({ type: 'fault', message: 'It did not end in the time a case has.' });
    const none = await play(observeRung(['./no-such-program']), 'x');
    expect(none.answer).toMatchObject({ type: 'fault', message: expect.stringContaining('there is no such program') });
    const nul = await play(observeRung(['echo', '{task_id}']), 'x', { steps: steps('a\u0000b') });
    expect(nul.answer.type).toBe('fault');
  });
});

it('doubled braces are single ones, and braces around no name are left alone', () => {
  const message = { provider: 'p', baseUrl: 'http://h', credentials: {} };
  const step = { operation: 'deleteTask', parameters: { ids: [1, 2] } };
  const line = ['{{task_id}}', '{"a":{"b":1}}', '{ids}', '${operation}', '{}', '{credential}'];
  expect(fillPlaceholders(line, step, { type: 'run', seq: 1, case: 'x', do: [step], ...message })).toEqual({
    command: ['{task_id}', '{"a":{"b":1}}', '[1,2]', '$deleteTask', '{}', ''],
  });
});
