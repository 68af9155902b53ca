import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import supertest from 'supertest';
import { expect, it, onTestFailed } from 'vitest';
import type { Fault } from '../../../src/mock/faults/fault.js';
import type { Listener } from '../../../src/server/listenOptions.js';
import type { ServedSandbox } from '../../../src/server/sandboxes.js';
import { open } from '../server/support/connection.js';
import { depot, parcel, serveParcels } from '../server/support/parcels.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const key = { 'x-parcel-key': 'parcel-key', 'content-type': 'application/json' };
const faults: readonly Fault[] = [
  { status: 503, retryAfter: 1 },
  { status: 429 },
  { latency: 5 },
  { reset: 'before' },
  { reset: 'after' },
  { truncate: true },
  { loseResponse: true },
];

const fixtures = { parcels: { depot: [{ id: depot, name: 'Nord' }], parcel: [] } };

const call = (url: string, method: string, body?: object) =>
  fetch(url, { method, headers: key, ...(body ? { body: JSON.stringify(body) } : {}) });

async function made(parent: Listener, seed: number): Promise<ServedSandbox> {
  const answer = await call(`${parent.url}/_tombstone/sandboxes`, 'POST', { seed, fixtures });
  expect(answer.status).toBe(201);
  return (await answer.json()) as ServedSandbox;
}

/** What a client did that marks each of its parcels with its sandbox's id, under faults. */
async function live({ id, baseUrl, control }: ServedSandbox, steps: readonly number[]): Promise<void> {
  for (const [index, fault] of faults.entries()) {
    await (
      await call(`${control}/faults`, 'POST', { operation: '*', probability: 0.05, after: index, fault })
    ).body?.cancel();
  }
  const keys: string[] = [];
  for (const step of steps) {
    const target = keys[step % Math.max(1, keys.length)];
    const asked =
      step % 3 === 0 || target === undefined
        ? call(`${baseUrl}/v2/parcels`, 'POST', { depot_id: depot, weight: 1, note: id })
        : call(`${baseUrl}/v2/parcels/${target}`, step % 3 === 1 ? 'GET' : 'DELETE');
    try {
      const answer = await asked;
      const text = await answer.text();
      const { id: parcelId, note } = answer.ok && text !== '' ? JSON.parse(text) : { id: undefined, note: id };
      expect(note).toBe(id);
      if (answer.status === 201) keys.push(parcelId);
    } catch (error) {
      // Only what a fault does to a connection; all else is a failure of the test.
      if (!(error instanceof TypeError)) throw error;
    }
  }
}

it('a hundred sandboxes under random load and faults see nothing of one another, and leave nothing behind', async () => {
  const parent = await serveParcels();
  const before = parent.mock.exportState();
  const seed = Date.now() % 2 ** 31;
  onTestFailed(() => console.error(`The load came from seed ${seed}.`));
  const steps = fc.array(fc.nat(99), { minLength: 12, maxLength: 20 });
  const load = fc.sample(steps, { numRuns: 100, seed });
  const sandboxes = await Promise.all(Array.from({ length: 100 }, (_, seed) => made(parent, seed)));
  expect(new Set(sandboxes.map(({ baseUrl }) => baseUrl)).size).toBe(100);

  await Promise.all(sandboxes.map((sandbox, index) => live(sandbox, load[index] ?? [])));

  const seen = await Promise.all(
    sandboxes.map(async ({ id, control }) => {
      const { providers } = (await (await fetch(`${control}/state`)).json()) as typeof before;
      const notes = (providers['parcels']?.records['parcel'] ?? []).flatMap(({ note }) => note ?? []);
      expect(new Set([...notes, id])).toEqual(new Set([id]));
      const { exchanges } = (await (await fetch(`${control}/journal`)).json()) as { exchanges: { fault?: object }[] };
      return {
        notes: notes.length,
        exchanges: exchanges.length,
        struck: exchanges.filter(({ fault }) => fault).length,
      };
    }),
  );
  expect(seen.map(({ exchanges }) => exchanges)).toEqual(load.map(({ length }) => length));
  // It proves nothing where little happened.
  expect(seen.reduce((sum, { notes }) => sum + notes, 0)).toBeGreaterThan(100);
  expect(seen.reduce((sum, { struck }) => sum + struck, 0)).toBeGreaterThan(100);
  expect(parent.mock.exportState()).toEqual(before);
  expect(parent.mock.journal.last).toBe(0);

  await Promise.all(sandboxes.slice(0, 50).map(({ id }) => call(`${parent.url}/_tombstone/sandboxes/${id}`, 'DELETE')));
  await parent.close();
  for (const { baseUrl } of sandboxes) {
    await expect(open(Number(new URL(baseUrl).port))).rejects.toThrow(/ECONNREFUSED/);
  }
  expect(process.getActiveResourcesInfo().filter((kind) => kind === 'TCPServerWrap')).toEqual([]);
});

it('sandboxes that come and go leave no memory behind', async () => {
  await using parent = await serveParcels();
  const control = supertest(`${parent.url}/_tombstone`);
  const round = async (count: number) => {
    for (let index = 0; index < count; index += 1) {
      const { id, control: its } = (await control.post('/sandboxes').send({}).expect(201)).body;
      const note = createHash('sha256').update(id).digest('hex').repeat(1000);
      await supertest(its).patch(`/state/parcels/parcel/${parcel.done}`).send({ note }).expect(200);
      await control.delete(`/sandboxes/${id}`).expect(204);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  const warm = await round(60);
  const after = await round(200);
  // Each holds a note of 64 kB while it lives.
  expect(after - warm).toBeLessThan(200 * 16_000);
});
