import { expect, test, vi } from 'vitest';
import { sendRequest } from '../../../src/cli/sendRequest.js';
import { loadContract } from '../../../src/contract/loadContract.js';
import { linkLoaded } from '../../../src/engine/linkLoaded.js';
import { startServer } from '../../../src/server/startServer.js';
import { contractFor } from '../../../src/verify/contractFor.js';
import { ownApiGround } from '../../../src/verify/ownApiGround.js';
import { createPlanner } from '../../../src/verify/plan/planner.js';
import { prepareVerification } from '../../../src/verify/verify.js';

// Whole tables are walked here, one request after the other.
vi.setConfig({ testTimeout: 120_000 });

interface Manner {
  readonly select?: string;
  /** One at a time, because the clock is moved for who waits, and would be for everybody. Real: who waits waits. */
  readonly concurrency?: number;
}

/** Verifies a server of ours as if it were anybody's; where a client would wait, its clock is moved. */
async function verifyAsClient(provider: string, { select, concurrency = 1 }: Manner = {}) {
  const pace = concurrency === 1 ? 'manual' : 'real';
  const server = await startServer({ providers: [provider], port: 0, pace });
  let waiting = 0;
  let mostWaiting = 0;
  const wait = async (milliseconds: number) => {
    waiting += 1;
    mostWaiting = Math.max(mostWaiting, waiting);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    waiting -= 1;
  };
  try {
    const whole = await loadContract(provider);
    const loaded = contractFor(whole, { auth: whole.compiled.lifecycle.auth, lacking: [], areOurs: true });
    const service = {
      send: sendRequest,
      sleep: async (milliseconds: number) =>
        pace === 'real' ? wait(milliseconds) : server.mock.clock.advance(milliseconds),
      stop: new AbortController().signal,
      now: Date.now,
      target: new URL(server.url),
      loaded,
      contract: linkLoaded(loaded),
      wait: 30_000,
    };
    const ground = ownApiGround(service, createPlanner(loaded), 'test');
    const verification = prepareVerification(ground, {
      whole,
      lacking: [],
      select,
      concurrency,
      tombstone: '0.0.0',
      replay: (id) => id,
    });
    const before = server.mock.exportState().providers;
    const report = await verification.run(() => undefined);
    return {
      report,
      before,
      after: server.mock.exportState().providers,
      intention: verification.intention,
      mostWaiting,
    };
  } finally {
    await server.close();
  }
}

const keysOf = (records: readonly Readonly<Record<string, unknown>>[] = []) =>
  records.map(({ _id, task_id, id }) => _id ?? task_id ?? id);

test('through the API alone, all that can be reached of the parcels holds', async () => {
  const { report, before, after, intention } = await verifyAsClient('./test/fixtures/contracts/parcels');
  expect(report.cases.filter(({ verdict }) => verdict === 'fail' || verdict === 'error')).toEqual([]);
  expect(report.exitStatus).toBe(0);
  const verdictOf = (id: string) => report.cases.find((one) => one.id === `parcels/${id}`)?.verdict;
  // Made, waited for, read, and moved by an operation.
  for (const id of [
    'deleteParcel/deleted/waiting',
    'deleteParcel/busy/moving',
    'deleteParcel/deleted/done',
    'deleteParcel/kept/lost',
  ])
    expect([id, verdictOf(id)]).toEqual([id, 'pass']);
  expect(verdictOf('deleteDepot/not-empty/present')).toBe('pass');
  expect(intention).toMatch(/^At most \d+ depots and \d+ parcels are made there, and deleted again\.$/);

  // What was there is as it was; of what was made, only what the service does not let go is left, and that is said.
  const left = after['parcels']?.records['parcel'] ?? [];
  expect(left.slice(0, 4)).toEqual(before['parcels']?.records['parcel']);
  expect(left.slice(4).every(({ status }) => status === 'lost')).toBe(true);
  for (const key of keysOf(left.slice(4))) expect(report.problems.join('\n')).toContain(String(key));
});

test('what cannot be reached is counted, each with its reason', async () => {
  const { report } = await verifyAsClient('huawei-mpc');
  const reasonOf = (id: string) => report.cases.find((one) => one.id === `huawei-mpc/${id}`)?.message;
  expect(reasonOf('deleteTranscodingTask/deleted/FAILED')).toBe(
    'No operation and no lapse of time brings a transcoding task into FAILED.',
  );
  expect(reasonOf('deleteTranscodingTask/not-final-forbidden/WAITING')).toBe(
    'The target follows notFinalStatus=bad-request, and cannot be told otherwise.',
  );
  expect(reasonOf('listTranscodingTask/throttled/throttled')).toBe(
    'No request makes a server answer 429 when it is told to.',
  );
  expect(reasonOf('createTranscodingTask/too-large/tooLarge')).toBe('How large a body the server takes is not known.');
  expect(report.counts.unsupported).toBe(report.cases.filter(({ message }) => message !== undefined).length);
  expect(report.exitStatus).toBe(0);
});

test('everything that was made is deleted again, also what the service made by itself', async () => {
  const { report, before, after } = await verifyAsClient('twelvelabs', { select: 'twelvelabs/deleteTask' });
  expect(report.problems).toEqual([]);
  expect(after).toEqual(before);
  const verdicts = Object.fromEntries(report.cases.map(({ id, verdict }) => [id, verdict]));
  expect(verdicts['twelvelabs/deleteTask/has-video@400/ready']).toBe('pass');
  expect(verdicts['twelvelabs/deleteTask/deleted/ready']).toBe('pass');
  expect(verdicts['twelvelabs/deleteTask/not-final@400/indexing']).toBe('pass');
});

test('situations are waited for at the same time, so many at most, and all that is reached holds', async () => {
  const { report, before, after, mostWaiting } = await verifyAsClient('naver-nclue', {
    select: 'naver-nclue/getFeature',
    concurrency: 3,
  });
  expect(report.cases.filter(({ verdict }) => verdict === 'fail' || verdict === 'error')).toEqual([]);
  expect(report.cases.find(({ id }) => id === 'naver-nclue/getFeature/got/completed')?.verdict).toBe('pass');
  expect(mostWaiting).toBe(3);
  expect(report.problems).toEqual([]);
  expect(after).toEqual(before);
});
