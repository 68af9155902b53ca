import { setupServer } from 'msw/node';
import { mockProvider } from 'tombstone/msw';
import { deleteIndexedAsset } from './deleteIndexedAsset.mjs';

const index = '6298d673f1090f1100476d4c';
const twelvelabs = await mockProvider('twelvelabs');
const server = setupServer(...twelvelabs.handlers);

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => twelvelabs.reset());
afterAll(() => server.close());

test('an indexed asset is deleted, and its asset stays', async () => {
  const { _id: asset } = twelvelabs.db.asset.create({ status: 'ready' });
  const { _id: id } = twelvelabs.db.indexedAsset.create({ status: 'ready', index_id: index, asset_id: asset });

  expect(await deleteIndexedAsset('tlk_tombstone', index, id)).toBe('deleted');
  expect(twelvelabs.deletedBy('indexedAsset', id)?.rule).toBe('twelvelabs/deleteIndexedAsset/deleted');
  expect(twelvelabs.db.asset.count({ where: { _id: { equals: asset } } })).toBe(1);
  expect(await deleteIndexedAsset('tlk_tombstone', index, id)).toBe('absent');
});

test('a wrong key is not taken for an absent record', async () => {
  await expect(deleteIndexedAsset('tlk_wrong', index, index)).rejects.toThrow('401');
});
