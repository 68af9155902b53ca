import { describe, expect, it } from 'vitest';
import { bundledContracts } from '../../../src/contract/loadContract.js';
import { startServer } from '../../../src/server/startServer.js';
import { parcel } from './support/parcels.js';

describe('starting a server', () => {
  it('serves the contract folders it is given, with the options of the sandbox', async () => {
    await using server = await startServer({
      providers: ['test/fixtures/contracts/parcels'],
      port: 0,
      auth: 'off',
      switches: { parcels: { lostParcels: 'delete' } },
    });
    const answer = await fetch(`${server.url}/v2/parcels/${parcel.lost}`, { method: 'DELETE' });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('x-tombstone-rule')).toBe('parcels/deleteParcel/deleted');
  });

  it('serves all bundled providers where it is given none', async () => {
    await using server = await startServer({ port: 0 });
    expect(bundledContracts()).toEqual(['huawei-modelarts', 'huawei-mpc', 'naver-nclue', 'twelvelabs']);
    expect(server.mock.providers().map(({ id }) => id)).toEqual(bundledContracts());
  });

  it('names the provider nearest to one it does not know', async () => {
    await expect(startServer({ providers: ['twelvelab'], port: 0 })).rejects.toMatchObject({
      code: 'unknown-provider',
      message: expect.stringContaining('Did you mean "twelvelabs"?'),
    });
  });
});
