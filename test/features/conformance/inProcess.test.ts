import { describe, expect, it } from 'vitest';
import { type Adapter, defineAdapter } from '../../../src/conformance/adapter.js';
import { inProcessRung } from '../../../src/conformance/rungs/inProcess.js';
import { deletable, indexing, play } from './support/place.js';

const honest = defineAdapter({
  name: 'acme-js',
  version: '2.0.0',
  capabilities: ['deleteTask'],
  async run({ operation, parameters }, { baseUrl, credentials, fetch, signal }) {
    if (operation !== 'deleteTask') return { unsupported: 'It has no such call.', issue: 'https://example.com/1' };
    const [key] = Object.values(credentials);
    const headers = key && 'header' in key ? { [key.header]: key.value } : {};
    const { status } = await fetch(`${baseUrl}/tasks/${parameters['task_id']}`, { method: 'DELETE', headers, signal });
    return { outcome: status === 204 ? 'deleted' : 'refused', status };
  },
});
const broken = (run: unknown) => inProcessRung({ ...honest, run: run as Adapter['run'] });
const steps = (...ids: string[]) => ids.map((task_id) => ({ operation: 'deleteTask', parameters: { task_id } }));

describe('a client in this process', () => {
  it('makes its calls one after the other, without a socket', async () => {
    const rung = inProcessRung(honest);
    expect(rung).toMatchObject({
      name: 'in-process',
      client: { name: 'acme-js', version: '2.0.0' },
      capabilities: ['deleteTask'],
      concurrency: 1,
    });
    const { answer, mock } = await play(rung, 'x', { steps: steps(indexing, deletable) });
    expect(answer).toEqual({
      type: 'result',
      outcomes: [
        { outcome: 'refused', status: 400 },
        { outcome: 'deleted', status: 204 },
      ],
    });
    expect(mock.journal.list()).toHaveLength(2);
  });

  it('says what it cannot do', async () => {
    const { answer } = await play(inProcessRung(honest), 'x', { steps: [{ operation: 'other', parameters: {} }] });
    expect(answer).toEqual({ type: 'unsupported', reason: 'It has no such call.', issue: 'https://example.com/1' });
  });

  it('whose adapter throws is not judged', async () => {
    const rung = broken(() => Promise.reject(new TypeError('no such method')));
    const { answer } = await play(rung, 'x');
    expect(answer).toMatchObject({
      type: 'fault',
      message: expect.stringMatching(/^It threw, calling deleteTask: TypeError: no such method\n +at /),
    });
    expect(
      (
        await play(
          broken(() => Promise.reject('why')),
          'x',
        )
      ).answer,
    ).toMatchObject({
      message: 'It threw, calling deleteTask: why',
    });
  });

  it.each([
    [undefined, 'it is undefined; expected an outcome'],
    [{ outcome: 'gone' }, '"outcome" is "gone"; expected one of the seven words'],
    [{ status: '204' }, '"status" is "204"; expected an HTTP status'],
  ])('whose adapter says %j is not judged', async (said, why) => {
    const { answer } = await play(
      broken(async () => said),
      'x',
    );
    expect(answer).toMatchObject({ type: 'fault', message: expect.stringContaining(why) });
  });

  it('that takes too long costs its own case, whether it heeds the signal or not', async () => {
    const heedless = await play(
      broken(() => new Promise(() => {})),
      'x',
      { patience: 100 },
    );
    expect(heedless.answer).toEqual({ type: 'fault', message: 'It did not answer in the time a case has.' });
    const heedful = broken(
      (_: unknown, { signal }: { readonly signal: AbortSignal }) =>
        new Promise((resolve) => signal.addEventListener('abort', () => resolve({ outcome: 'unknown' }))),
    );
    expect((await play(heedful, 'x', { patience: 100 })).answer.type).toBe('fault');
  });
});
