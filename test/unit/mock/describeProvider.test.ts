import { expect, it } from 'vitest';
import { bundledContracts, loadContract } from '../../../src/contract/loadContract.js';
import { createMock } from '../../../src/mock/createMock.js';
import { parcelMock } from './support/parcels.js';

it('says of a provider what its contract has, and how its switches stand', () => {
  const mock = parcelMock();
  mock.switches.set('parcels', { lostParcels: 'delete' });
  const [parcels] = mock.providers();
  expect(parcels).toMatchObject({
    id: 'parcels',
    title: 'Parcel API',
    hosts: ['api.parcels.example'],
    basePath: '/v2',
    resources: [
      { id: 'depot', key: 'id', states: [] },
      { id: 'parcel', key: 'id', states: ['waiting', 'moving', 'done', 'lost'] },
    ],
    credentials: { ApiKey: { header: 'x-parcel-key', value: 'parcel-key' } },
  });
  expect(parcels?.operations).toContainEqual({ id: 'deleteParcel', method: 'DELETE', path: '/v2/parcels/{id}' });
  expect(parcels?.switches.find(({ name }) => name === 'lostParcels')).toMatchObject({
    about: 'Can a lost parcel be deleted',
    value: 'delete',
    default: 'keep',
    values: { keep: { basis: { effect: 'documented' } }, delete: { basis: { effect: 'inferred' } } },
  });
});

it('gives for every bundled provider the documented hosts, paths, partitions and credentials', async () => {
  const contracts = await Promise.all(bundledContracts().map((name) => loadContract(name)));
  const described = createMock(contracts).providers();
  const facts = described.map(({ id, hosts, basePath, resources }) => [id, hosts, basePath, resources[0]?.partition]);
  expect(facts).toEqual([
    ['huawei-modelarts', expect.any(Array), '', 'project_id'],
    ['huawei-mpc', ['mpc.{region}.myhuaweicloud.com'], '', 'project_id'],
    ['naver-nclue', ['nclue.apigw.ntruss.com'], '/api/v1', undefined],
    ['twelvelabs', ['api.twelvelabs.io'], '/v1.3', undefined],
  ]);
  const project = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';
  expect(described.map(({ credentials }) => Object.values(credentials))).toMatchObject([
    expect.arrayContaining([
      expect.objectContaining({ header: 'X-Auth-Token', value: 'tombstone-token', partition: project }),
    ]),
    expect.arrayContaining([expect.objectContaining({ accessKey: 'TOMBSTONEAK', secret: 'TOMBSTONESK' })]),
    [{ accessKey: 'TOMBSTONEAK', secret: 'TOMBSTONESK' }],
    [{ header: 'x-api-key', value: 'tlk_tombstone' }],
  ]);
});
