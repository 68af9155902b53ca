import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RunReport } from '../../../src/conformance/result.js';
import { bundledContracts } from '../../../src/contract/loadContract.js';
import { plain } from '../../../src/report/paint.js';
import { startServer } from '../../../src/server/startServer.js';
import { verifyText } from '../../../src/verify/verifyText.js';
import { tombstone } from '../cli/support/tombstone.js';

const parcels = './test/fixtures/contracts/parcels';

describe.each([...bundledContracts(), parcels])('a mock of ours that serves %s', (provider) => {
  test('follows every rule, and what it holds is not touched', { timeout: 60_000 }, async () => {
    const server = await startServer({ providers: [provider], port: 0, pace: 'manual' });
    try {
      const before = server.mock.exportState().providers;
      const { status, stdout, stderr } = await tombstone('verify', provider, '--target', server.url, '--json');
      const report = JSON.parse(stdout) as RunReport;

      expect(stderr).toContain('in a sandbox of its own');
      expect(report.cases.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'unsupported')).toEqual([]);
      const unreached = report.cases.filter(({ verdict }) => verdict === 'unsupported');
      expect(unreached.map(({ message }) => message)).toEqual([
        'The mock keeps no permissions: a credential may do everything, except in the project of another.',
      ]);
      expect(report.counts.pass).toBe(report.cases.length - 1);
      expect(status).toBe(0);
      expect(server.mock.exportState().providers).toEqual(before);
      expect(server.mock.journal.list()).toEqual([]);
    } finally {
      await server.close();
    }
  });
});

/** The parcels, with one text of their lifecycle written otherwise. */
function parcelsWith(text: string, other: string): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'verify-')), 'parcels');
  cpSync(parcels, folder, { recursive: true });
  const file = join(folder, 'lifecycle.yaml');
  const written = readFileSync(file, 'utf8');
  if (!written.includes(text)) throw new Error(`the lifecycle does not say ${text}`);
  writeFileSync(file, written.replace(text, other));
  return folder;
}

describe('a mock that has one defect', () => {
  test.each([
    {
      what: 'it deletes what it has to refuse',
      text: '{ id: busy, when: { state: moving }, reply: 409 busy,',
      other: '{ id: busy, when: { state: moving }, effect: delete, reply: 204,',
      fails: [
        'parcels/deleteParcel/busy/moving answers-with-the-status',
        'parcels/deleteParcel/busy/moving changes-nothing',
      ],
      says: 'Expected 409 because the parcel is moving (documented: Delete a parcel, "Conditions"); the server answered 204, and the parcel is gone.',
    },
    {
      what: 'it says that it deleted, and did not',
      text: 'when: { state: [waiting, done, lost] }, effect: delete, reply: 204',
      other: 'when: { state: [waiting, done, lost] }, reply: 204',
      fails: ['waiting', 'done', 'lost'].map((state) => `parcels/deleteParcel/deleted/${state} makes-the-change`),
      says: 'Expected the parcel to be gone afterwards (documented: Delete a parcel); the server answered 204, and the parcel is still there (waiting).',
    },
    {
      what: 'it moves a record to another state',
      text: 'when: { state: [waiting, moving] }, effect: { move: lost }',
      other: 'when: { state: [waiting, moving] }, effect: { move: done }',
      fails: ['waiting', 'moving'].map((state) => `parcels/reportLost/reported/${state} makes-the-change`),
      says: 'Expected the parcel to be lost afterwards (documented: Parcel guide, printed edition (2026-01-01)); the server answered 204, and the parcel is still there (done).',
    },
    {
      what: 'it answers with another code',
      text: 'code: no_key, message:',
      other: 'code: no_token, message:',
      fails: 'createDepot getDepot deleteDepot listParcels createParcel getParcel updateParcel deleteParcel reportLost'
        .split(' ')
        .map((operation) => `parcels/${operation}/no-key/none answers-with-the-body`),
      says: '/code is "no_token"; "no_key" is expected',
    },
  ])('$what, and fails that and nothing else', async ({ text, other, fails, says }) => {
    const server = await startServer({ providers: [parcelsWith(text, other)], port: 0 });
    try {
      const { status, stdout } = await tombstone('verify', parcels, '--target', server.url, '--json');
      const report = JSON.parse(stdout) as RunReport;
      const failed = report.cases.flatMap(({ id, checks }) =>
        checks.filter(({ verdict }) => verdict === 'fail').map(({ slug }) => `${id} ${slug}`),
      );
      expect(failed.sort()).toEqual([...fails].sort());
      expect(verifyText(report, false, plain)).toContain(says);
      expect(status).toBe(1);
    } finally {
      await server.close();
    }
  });

  test('is not blamed for what is only inferred', async () => {
    const defect = parcelsWith(
      '{ id: no-route, when: { kind: unknownRoute }, reply: 404',
      '{ id: no-route, when: { kind: unknownRoute }, reply: 410',
    );
    const server = await startServer({ providers: [defect], port: 0 });
    try {
      const { status, stdout } = await tombstone('verify', parcels, '--target', server.url, '--json');
      const one = (JSON.parse(stdout) as RunReport).cases.find(({ id }) => id === 'parcels/no-route/unknownRoute');
      expect(one?.verdict).toBe('info');
      expect(one?.checks[0]).toMatchObject({ level: 'may', verdict: 'info', observed: expect.stringMatching(/^410/) });
      expect(one?.checks[0]?.expected).toContain('not judged: inferred');
      expect(status).toBe(0);
    } finally {
      await server.close();
    }
  });
});
