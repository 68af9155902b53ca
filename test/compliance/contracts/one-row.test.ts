import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { deriveCases } from '../../../src/conformance/index.js';
import { loadContract } from '../../../src/contract/loadContract.js';
import { packageRoot } from '../../../src/contract/packageRoot.js';
import type { LoadedContract } from '../../../src/engine/loadedContract.js';
import { createMock } from '../../../src/mock/createMock.js';
import { contractPage } from '../../../src/report/contractPage.js';
import { rulesOf } from '../../../src/report/rulesOf.js';

const rule = 'huawei-mpc/deleteTranscodingTask/not-final';

describe('one row of a contract', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'tombstone-')), 'huawei-mpc');
  await cp(join(packageRoot, 'specs', 'huawei-mpc'), folder, { recursive: true });
  afterAll(() => rm(join(folder, '..'), { recursive: true, force: true }));
  const before = await loadContract(folder);
  await changeRow(join(folder, 'lifecycle.yaml'));
  const after = await loadContract(folder);

  it('changes what the mock answers', async () => {
    expect(await deleteWaiting(before)).toEqual([400, rule]);
    expect(await deleteWaiting(after)).toEqual([204, 'huawei-mpc/deleteTranscodingTask/deleted']);
  });

  it('changes the cases derived from it', () => {
    expect(caseStates(before)).toEqual(['NEED_TO_BE_AUDIT', 'WAITING', 'TRANSCODING']);
    expect(caseStates(after)).toEqual(['NEED_TO_BE_AUDIT', 'TRANSCODING']);
  });

  it('changes the generated table', () => {
    const line = (contract: LoadedContract) =>
      contractPage(contract.compiled)
        .split('\n')
        .find((text) => text.includes('`not-final`'));
    expect(line(before)).toContain('NEED\\_TO\\_BE\\_AUDIT, WAITING or TRANSCODING');
    expect(line(after)).toContain('NEED\\_TO\\_BE\\_AUDIT or TRANSCODING');
  });

  it('changes what explain says', () => {
    const when = ({ compiled }: LoadedContract) =>
      rulesOf(compiled, 'deleteTranscodingTask').find((one) => one.rule === rule)?.when;
    expect(when(before)).toContain('WAITING');
    expect(when(after)).not.toContain('WAITING');
  });
});

/** Queued tasks become deletable: the state leaves both refusing rows and joins the row that deletes. */
async function changeRow(file: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const changed = text
    .replaceAll(
      'state: [NEED_TO_BE_AUDIT, WAITING, TRANSCODING], switch: { notFinalStatus',
      'state: [NEED_TO_BE_AUDIT, TRANSCODING], switch: { notFinalStatus',
    )
    .replace('state: [SUCCEEDED, FAILED, CANCELED]', 'state: [WAITING, SUCCEEDED, FAILED, CANCELED]');
  expect(changed).not.toBe(text);
  await writeFile(file, changed);
}

async function deleteWaiting(contract: LoadedContract): Promise<[number, string | null]> {
  const mock = createMock([contract]);
  mock.records.put({ provider: 'huawei-mpc', resource: 'transcodingTask', key: 7 }, { status: 'WAITING' });
  const target = '/v1/0a1b2c3d4e5f60718293a4b5c6d7e8f9/transcodings/task?task_id=7';
  const response = await mock.fetch(`http://mpc.example${target}`, {
    method: 'DELETE',
    headers: { 'x-auth-token': 'tombstone-token' },
  });
  return [response.status, response.headers.get('x-tombstone-rule')];
}

function caseStates(contract: LoadedContract): (string | undefined)[] {
  return deriveCases(contract).flatMap((one) => (one.rule === rule ? [one.situation.state] : []));
}
