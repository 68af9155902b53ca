import { setupServer } from 'msw/node';
import { mockProvider } from 'tombstone/msw';
import { TwelveLabs } from 'twelvelabs-js';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

const twelvelabs = await mockProvider('twelvelabs');
const server = setupServer(...twelvelabs.handlers); // beside the handlers a project has already

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => twelvelabs.reset());
afterAll(() => server.close());

test('the SDK waits until a task is ready, at the URL that is built into it', async () => {
  const client = new TwelveLabs({ apiKey: 'tlk_tombstone' });
  const { _id: task } = twelvelabs.db.task.create({ status: 'indexing', index_id: '6298d673f1090f1100476d4c' });

  setTimeout(() => twelvelabs.db.task.update({ where: { _id: { equals: task } }, data: { status: 'ready' } }), 50);
  const done = await client.tasks.waitForDone(task, { sleepInterval: 0.02 });

  expect(done.status).toBe('ready');
  expect(twelvelabs.explain()).toContain('Decided by twelvelabs/getTask/got');
});
