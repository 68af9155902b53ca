import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeCases } from '../../../src/conformance/makeCases.js';
import { bundledContracts, loadContract } from '../../../src/contract/loadContract.js';
import { packageRoot } from '../../../src/contract/packageRoot.js';
import { tombstone } from '../../features/cli/support/tombstone.js';

const work = await mkdtemp(join(tmpdir(), 'tombstone-cases-'));
afterAll(() => rm(work, { recursive: true, force: true }));

describe('the cases that come with the build', () => {
  it.each(bundledContracts())('of %s are those its contract and its stories make', async (id) => {
    const made = await makeCases(await loadContract(id));
    const built = JSON.parse(await readFile(join(packageRoot, 'dist', 'cases', `${id}.json`), 'utf8')) as unknown;
    expect(built).toStrictEqual(made);
  });

  it('are not used for a contract folder of the same name', async () => {
    const folder = join(work, 'huawei-mpc');
    await cp(join(packageRoot, 'specs', 'huawei-mpc'), folder, { recursive: true });
    const file = join(folder, 'lifecycle.yaml');
    const text = await readFile(file, 'utf8');
    const queued = 'state: [NEED_TO_BE_AUDIT, WAITING, TRANSCODING], switch: { notFinalStatus';
    expect(text).toContain(queued);
    const changed = text
      .replaceAll(queued, queued.replace('WAITING, ', ''))
      .replace('state: [SUCCEEDED, FAILED, CANCELED]', 'state: [WAITING, SUCCEEDED, FAILED, CANCELED]');
    await writeFile(file, changed);
    expect(await waitingRefused('huawei-mpc')).toHaveLength(1);
    expect(await waitingRefused(folder)).toEqual([]);
  });
});

/** The ids of the cases about a delete that is refused because the task is queued. */
async function waitingRefused(contract: string): Promise<string[]> {
  const { stdout } = await tombstone('list', contract, '--suite', 'next', '--json');
  const { cases } = JSON.parse(stdout) as { readonly cases: readonly { readonly id: string }[] };
  return cases.map(({ id }) => id).filter((id) => id === 'huawei-mpc/deleteTranscodingTask/not-final/WAITING');
}
