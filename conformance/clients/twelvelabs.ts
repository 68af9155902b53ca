import type { ClientDescription } from './clientKit.js';

/** TwelveLabs, by its API reference. */
export const twelvelabs: ClientDescription = {
  provider: 'twelvelabs',
  operations: {
    listTasks: 'GET /tasks',
    createTask: 'POST /tasks',
    getTask: 'GET /tasks/{task_id}',
    deleteTask: 'DELETE /tasks/{task_id}',
    listIndexes: 'GET /indexes',
    createIndex: 'POST /indexes',
    getIndex: 'GET /indexes/{index-id}',
    renameIndex: 'PUT /indexes/{index-id}',
    deleteIndex: 'DELETE /indexes/{index-id}',
    listVideos: 'GET /indexes/{index-id}/videos',
    getVideo: 'GET /indexes/{index-id}/videos/{video-id}',
    deleteVideo: 'DELETE /indexes/{index-id}/videos/{video-id}',
    patchVideo: 'PATCH /indexes/{index-id}/videos/{video-id}',
    listIndexedAssets: 'GET /indexes/{index-id}/indexed-assets',
    createIndexedAsset: 'POST /indexes/{index-id}/indexed-assets',
    getIndexedAsset: 'GET /indexes/{index-id}/indexed-assets/{indexed-asset-id}',
    deleteIndexedAsset: 'DELETE /indexes/{index-id}/indexed-assets/{indexed-asset-id}',
    patchIndexedAsset: 'PATCH /indexes/{index-id}/indexed-assets/{indexed-asset-id}',
    listAssets: 'GET /assets',
    createAsset: 'POST /assets',
    getAsset: 'GET /assets/{asset_id}',
    deleteAsset: 'DELETE /assets/{asset_id}',
    putAssetMetadata: 'PUT /assets/{asset_id}/user-metadata',
    deleteAssetMetadata: 'DELETE /assets/{asset_id}/user-metadata',
    patchAssetMetadata: 'PATCH /assets/{asset_id}/user-metadata',
    listAssetUses: 'GET /assets/{asset_id}/indexed-assets',
  },
  deletes: ['deleteTask', 'deleteIndex', 'deleteVideo', 'deleteIndexedAsset', 'deleteAsset'],
  forms: ['createTask', 'createAsset'],
  commaLists: ['model_options'],
  sign(request, _url, { ApiKeyAuth: key }) {
    if (!key || !('value' in key)) return request;
    return { ...request, headers: { ...request.headers, [key.header]: key.value } };
  },
  readError({ status }, code) {
    if (status === 401 || status === 403) return 'denied';
    if (code === 'endpoint_not_exists') return 'unknown';
    if (status === 404 || code?.endsWith('not_exists') || code?.endsWith('not_exist')) return 'absent';
    if (status === 409 || code?.endsWith('cannot_be_deleted') || code === 'index_name_already_exists') return 'refused';
    return 'unknown';
  },
  codeOf: (json) => field(json, 'code'),
};

function field(json: unknown, name: string): string | undefined {
  const value = (json as Readonly<Record<string, unknown>> | undefined)?.[name];
  return typeof value === 'string' ? value : undefined;
}
