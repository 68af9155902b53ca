// Written by `npm run docs` from specs/. Do not edit.

/** What the records of each resource hold. */
export interface Models {
  /** A record of the indexes. */
  index: {
    _id: string;
    index_name?: string;
    models?: readonly ({
      model_name?: string;
      model_options?: readonly ("visual" | "audio")[];
    })[];
    addons?: readonly (string)[];
    created_at?: string;
    updated_at?: string;
    expires_at?: string | null;
  };
  /** A record of the tasks. */
  task: {
    _id: string;
    video_id?: string;
    index_id?: string;
    status: "uploading" | "validating" | "pending" | "queued" | "indexing" | "ready" | "failed";
    created_at?: string;
    updated_at?: string;
    system_metadata?: {
      filename?: string;
      duration?: number;
      width?: number;
      height?: number;
    };
    hls?: {
      video_url?: string;
      thumbnail_urls?: readonly (string)[];
      status?: "PROCESSING" | "COMPLETE" | "CANCELED" | "ERROR";
      updated_at?: string;
    };
    enable_video_stream?: unknown;
    user_metadata?: unknown;
  };
  /** A record of the indexed-assets. */
  indexedAsset: {
    _id: string;
    asset_id?: string;
    status: "pending" | "queued" | "indexing" | "ready" | "failed";
    created_at?: string;
    updated_at?: string;
    indexed_at?: string;
    system_metadata?: {
      filename?: string;
      duration?: number;
      fps?: number;
      width?: number;
      height?: number;
      size?: number;
    };
    user_metadata?: Readonly<Record<string, unknown>>;
    hls?: {
      video_url?: string;
      thumbnail_urls?: readonly (string)[];
      status?: "PROCESSING" | "COMPLETE" | "CANCELED" | "ERROR";
      updated_at?: string;
    };
    embedding?: {
      model_name?: string;
      video_embedding?: {
        segments?: readonly ({
          float?: readonly (number)[];
          start_offset_sec?: number;
          end_offset_sec?: number;
          embedding_option?: string;
          embedding_scope?: string;
        })[];
      };
    };
    transcription?: readonly ({
      start?: number;
      end?: number;
      value?: string;
    })[];
    enable_video_stream?: unknown;
    index_id?: unknown;
  };
  /** A record of the assets. */
  asset: {
    _id: string;
    method?: "direct" | "url" | "multipart";
    status: "processing" | "ready" | "failed";
    filename?: string;
    file_type?: string;
    created_at?: string;
    user_metadata?: Readonly<Record<string, unknown>>;
    source?: {
      type?: "connector";
      details?: {
        provider?: string;
        source_id?: string;
        original_filename?: string;
        source_link?: string;
      };
    };
    technical_metadata?: {
      file_size_bytes?: number;
      file_mime_type?: string;
      file_container_format?: string;
      video_width?: number;
      video_height?: number;
      video_fps?: number;
      video_duration_seconds?: number;
      audio_duration_seconds?: number;
      image_width?: number;
      image_height?: number;
      has_audio?: boolean;
    };
    size?: number;
    duration?: number;
    error?: {
      message?: string;
    };
    enable_hls?: unknown;
    enable_thumbnail?: unknown;
    system_metadata?: unknown;
  };
}

/** The operations. */
export type Operations =
  | 'createTask'
  | 'listTasks'
  | 'getTask'
  | 'deleteTask'
  | 'createIndex'
  | 'listIndexes'
  | 'getIndex'
  | 'renameIndex'
  | 'deleteIndex'
  | 'listVideos'
  | 'getVideo'
  | 'patchVideo'
  | 'deleteVideo'
  | 'createIndexedAsset'
  | 'listIndexedAssets'
  | 'getIndexedAsset'
  | 'patchIndexedAsset'
  | 'deleteIndexedAsset'
  | 'createAsset'
  | 'listAssets'
  | 'getAsset'
  | 'deleteAsset'
  | 'patchAssetMetadata'
  | 'putAssetMetadata'
  | 'deleteAssetMetadata'
  | 'listAssetUses';
