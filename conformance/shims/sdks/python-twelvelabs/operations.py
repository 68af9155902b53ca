"""Each operation of the API as a call of the SDK; every one it has for tasks, indexes, videos and assets."""

from twelvelabs.indexes import IndexesCreateRequestModelsItem

# Operation: the resource, its method, and the parameters that the method takes by position.
operations = {
    "listTasks": ("tasks", "list", []),
    "createTask": ("tasks", "create", []),
    "getTask": ("tasks", "retrieve", ["task_id"]),
    "deleteTask": ("tasks", "delete", ["task_id"]),
    "listIndexes": ("indexes", "list", []),
    "createIndex": ("indexes", "create", []),
    "getIndex": ("indexes", "retrieve", ["index-id"]),
    "renameIndex": ("indexes", "update", ["index-id"]),
    "deleteIndex": ("indexes", "delete", ["index-id"]),
    "listVideos": ("indexes.videos", "list", ["index-id"]),
    "getVideo": ("indexes.videos", "retrieve", ["index-id", "video-id"]),
    "patchVideo": ("indexes.videos", "update", ["index-id", "video-id"]),
    "deleteVideo": ("indexes.videos", "delete", ["index-id", "video-id"]),
    "listIndexedAssets": ("indexes.indexed_assets", "list", ["index-id"]),
    "createIndexedAsset": ("indexes.indexed_assets", "create", ["index-id"]),
    "getIndexedAsset": ("indexes.indexed_assets", "retrieve", ["index-id", "indexed-asset-id"]),
    "patchIndexedAsset": ("indexes.indexed_assets", "update", ["index-id", "indexed-asset-id"]),
    "deleteIndexedAsset": ("indexes.indexed_assets", "delete", ["index-id", "indexed-asset-id"]),
    "listAssetUses": ("indexes.indexed_assets", "list_by_asset", ["asset_id"]),
    "listAssets": ("assets", "list", []),
    "createAsset": ("assets", "create", []),
    "getAsset": ("assets", "retrieve", ["asset_id"]),
    "deleteAsset": ("assets", "delete", ["asset_id"]),
    "putAssetMetadata": ("assets", "replace_user_metadata", ["asset_id"]),
    "patchAssetMetadata": ("assets", "update_user_metadata", ["asset_id"]),
    "deleteAssetMetadata": ("assets", "delete_user_metadata", ["asset_id"]),
}

# Operations whose success means that the record is gone.
deletes = ["deleteTask", "deleteIndex", "deleteVideo", "deleteIndexedAsset", "deleteAsset"]


def invoke(client, operation, parameters, body):
    path, method, positions = operations[operation]
    resource = client
    for name in path.split("."):
        resource = getattr(resource, name)
    query = {name: value for name, value in parameters.items() if name not in positions}
    fields = {**query, **body}
    if isinstance(fields.get("models"), list):
        fields["models"] = [IndexesCreateRequestModelsItem(**model) for model in fields["models"]]
    return getattr(resource, method)(*(parameters[name] for name in positions), **fields)
