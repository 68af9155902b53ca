/** Operations whose success means that the record is gone. */
export const deletes = ['deleteTask', 'deleteIndex', 'deleteVideo', 'deleteIndexedAsset', 'deleteAsset'];

/** Each operation of the API as a call of the SDK; every one it has for tasks, indexes, videos and assets. */
export const operations = {
  listTasks: ({ tasks }, query) => tasks.list(named(query)),
  createTask: ({ tasks }, _, body) => tasks.create(named(body)),
  getTask: ({ tasks }, { task_id: task }) => tasks.retrieve(task),
  deleteTask: ({ tasks }, { task_id: task }) => tasks.delete(task),

  listIndexes: ({ indexes }, query) => indexes.list(named(query)),
  createIndex: ({ indexes }, _, body) => indexes.create(named(body)),
  getIndex: ({ indexes }, { 'index-id': index }) => indexes.retrieve(index),
  renameIndex: ({ indexes }, { 'index-id': index }, body) => indexes.update(index, named(body)),
  deleteIndex: ({ indexes }, { 'index-id': index }) => indexes.delete(index),

  listVideos: ({ indexes }, { 'index-id': index, ...query }) => indexes.videos.list(index, named(query)),
  getVideo: ({ indexes }, { 'index-id': index, 'video-id': video, ...query }) =>
    indexes.videos.retrieve(index, video, named(query)),
  patchVideo: ({ indexes }, { 'index-id': index, 'video-id': video }, body) =>
    indexes.videos.update(index, video, named(body)),
  deleteVideo: ({ indexes }, { 'index-id': index, 'video-id': video }) => indexes.videos.delete(index, video),

  listIndexedAssets: ({ indexes }, { 'index-id': index, ...query }) => indexes.indexedAssets.list(index, named(query)),
  createIndexedAsset: ({ indexes }, { 'index-id': index }, body) => indexes.indexedAssets.create(index, named(body)),
  getIndexedAsset: ({ indexes }, { 'index-id': index, 'indexed-asset-id': asset, ...query }) =>
    indexes.indexedAssets.retrieve(index, asset, named(query)),
  patchIndexedAsset: ({ indexes }, { 'index-id': index, 'indexed-asset-id': asset }, body) =>
    indexes.indexedAssets.update(index, asset, named(body)),
  deleteIndexedAsset: ({ indexes }, { 'index-id': index, 'indexed-asset-id': asset }) =>
    indexes.indexedAssets.delete(index, asset),
  listAssetUses: ({ indexes }, { asset_id: asset, ...query }) => indexes.indexedAssets.listByAsset(asset, named(query)),

  listAssets: ({ assets }, query) => assets.list(named(query)),
  createAsset: ({ assets }, _, body) => assets.create(named(body)),
  getAsset: ({ assets }, { asset_id: asset }) => assets.retrieve(asset),
  deleteAsset: ({ assets }, { asset_id: asset, ...query }) => assets.delete(asset, named(query)),
  putAssetMetadata: ({ assets }, { asset_id: asset }, body) => assets.replaceUserMetadata(asset, named(body)),
  patchAssetMetadata: ({ assets }, { asset_id: asset }, body) => assets.updateUserMetadata(asset, named(body)),
  deleteAssetMetadata: ({ assets }, { asset_id: asset }) => assets.deleteUserMetadata(asset),
};

/** The wire's names as the SDK spells them; what the user wrote as metadata stays. */
function named(value) {
  if (Array.isArray(value)) return value.map(named);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name.replaceAll(/_([a-z])/g, (_, letter) => letter.toUpperCase()),
      name === 'user_metadata' ? inner : named(inner),
    ]),
  );
}
