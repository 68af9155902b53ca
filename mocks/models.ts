// Written by `npm run docs` from specs/. Do not edit.

/** What the records of each provider's resources hold. */
export interface ProviderModels {
  'huawei-modelarts': {
    /** A record of the processing tasks. */
    processorTask: {
      task_id: string;
      name?: string;
      description?: string;
      data_source?: {
        type?: "OBS" | "TASK" | "DATASET" | "CUSTOM";
        source?: string;
        name?: string;
        version_id?: string;
        version_name?: string;
      };
      inputs?: readonly ({
        type?: "OBS" | "TASK" | "DATASET" | "CUSTOM";
        source?: string;
        name?: string;
        version_id?: string;
        version_name?: string;
      })[];
      template?: {
        id?: "sys_data_analyse" | "sys_data_cleaning" | "sys_data_augmentation" | "sys_data_validation" | "sys_data_selection";
        name?: string;
        operator_params?: readonly ({
          id?: string;
          name?: string;
          advanced_params_switch?: boolean;
          params?: Readonly<Record<string, unknown>>;
        })[];
      };
      work_path?: {
        type?: "OBS" | "DATASET";
        path?: string;
        name?: string;
        output_path?: string;
        version_id?: string;
        version_name?: string;
      };
      workspace_id?: string;
      status: 0 | 1 | 2 | 3 | 4;
      create_time?: number;
      duration_seconds?: number;
      version_id?: string;
      version_name?: string;
      is_current?: boolean;
      result?: Readonly<Record<string, unknown>>;
      error_msg?: string;
      project_id?: string;
    };
    /** A record of the versions. */
    processorTaskVersion: {
      task_version_id: string;
      task_id?: string;
      version_name?: string;
      description?: string;
      status: 0 | 1 | 2 | 3 | 4;
      create_time?: number;
      update_time?: number;
      duration_seconds?: number;
      inputs?: readonly ({
        type?: "OBS" | "TASK" | "DATASET" | "CUSTOM";
        source?: string;
        name?: string;
        version_id?: string;
        version_name?: string;
      })[];
      work_path?: {
        type?: "OBS" | "DATASET";
        path?: string;
        name?: string;
        output_path?: string;
        version_id?: string;
        version_name?: string;
      };
      template?: {
        id?: "sys_data_analyse" | "sys_data_cleaning" | "sys_data_augmentation" | "sys_data_validation" | "sys_data_selection";
        name?: string;
        operator_params?: readonly ({
          id?: string;
          name?: string;
          advanced_params_switch?: boolean;
          params?: Readonly<Record<string, unknown>>;
        })[];
      };
      origin_sample_count?: number;
      add_sample_count?: number;
      modified_sample_count?: number;
      unmodified_sample_count?: number;
      deleted_sample_count?: number;
      project_id?: string;
    };
    /** A record of the results. */
    processorTaskResult: {
      sample_id: string;
      version_id?: string;
      origin_source?: string;
      new_source?: string;
      signed_origin_source?: string;
      signed_new_source?: string;
      result_property?: 0 | 1 | 2 | 3;
      result_description?: readonly (readonly (string)[])[];
      project_id?: string;
    };
  };
  'huawei-mpc': {
    /** A record of the transcoding tasks. */
    transcodingTask: {
      task_id: number;
      status: "NEED_TO_BE_AUDIT" | "WAITING" | "TRANSCODING" | "SUCCEEDED" | "FAILED" | "CANCELED";
      progress?: number;
      create_time?: string;
      start_time?: string;
      end_time?: string;
      input?: {
        bucket?: string;
        location?: string;
        object?: string;
        file_name?: string;
      };
      output?: {
        bucket?: string;
        location?: string;
        object?: string;
        file_name?: string;
      };
      trans_template_id?: readonly (number)[];
      av_parameters?: readonly (Readonly<Record<string, unknown>>)[];
      additional_manifests?: readonly (Readonly<Record<string, unknown>>)[];
      output_filenames?: readonly (string)[];
      output_file_name?: readonly (string)[];
      user_data?: string;
      priority?: number;
      error_code?: string;
      description?: string;
      tips?: string;
      transcode_detail?: Readonly<Record<string, unknown>>;
      thumbnail_output?: {
        bucket?: string;
        location?: string;
        object?: string;
        file_name?: string;
      };
      thumbnail_outputname?: string;
      pic_info?: readonly ({
        pic_name?: string;
      })[];
      thumbnails_info?: readonly (Readonly<Record<string, unknown>>)[];
      image_sprite_info?: readonly (Readonly<Record<string, unknown>>)[];
      metadata?: readonly (Readonly<Record<string, unknown>>)[];
      media_detail?: Readonly<Record<string, unknown>>;
      xcode_error?: {
        error_code?: string;
        error_msg?: string;
      };
      project_id?: string;
    };
  };
  'naver-nclue': {
    /** A record of the features. */
    feature: {
      feature_id: string;
      feature_name?: string;
      status: "registered" | "pending" | "in_progress" | "completed" | "failed";
      created_at?: string;
      completed_at?: string | null;
      source_bucket?: string;
      source_file_path?: string;
      user_count?: number | null;
      token_count?: number | null;
      disk_usage?: number | null;
      fail_message?: string | null;
    };
    /** A record of the tasks. */
    task: {
      task_id: string;
      task_name?: string;
      status: "registered" | "pending" | "in_progress" | "completed" | "failed";
      created_at?: string;
      completed_at?: string | null;
      train_feature_id?: string;
      train_feature_name?: string;
      train_bucket?: string;
      train_file_path?: string;
      test_feature_id?: string | null;
      test_feature_name?: string | null;
      test_bucket?: string | null;
      test_file_path?: string | null;
      AUROC?: string | null;
      line_count?: number | null;
      disk_usage?: number | null;
      fail_message?: string | null;
    };
    /** A record of the task-runs. */
    taskRun: {
      run_id: string;
      run_name?: string;
      task_id?: string;
      task_name?: string;
      feature_id?: string;
      feature_name?: string;
      status: "registered" | "pending" | "in_progress" | "completed" | "failed";
      created_at?: string;
      completed_at?: string | null;
      result_bucket?: string;
      result_file_path?: string;
      line_count?: number | null;
      fail_message?: string | null;
    };
    /** A record of the custom-attributes. */
    customAttribute: {
      profile_id: string;
      profile_name?: string;
      feature_id?: string;
      feature_name?: string;
      keyword_set?: string;
      status: "registered" | "pending" | "in_progress" | "completed" | "failed";
      created_at?: string;
      completed_at?: string | null;
      result_bucket?: string;
      result_file_path?: string;
      line_count?: number | null;
      fail_message?: string | null;
      task_id?: unknown;
    };
    /** A record of the shopping-intents. */
    shoppingIntent: {
      profile_id: string;
      profile_name?: string;
      task_id?: string;
      task_name?: string;
      status: "registered" | "pending" | "in_progress" | "completed" | "failed";
      created_at?: string;
      completed_at?: string | null;
      line_count?: number | null;
      disk_usage?: number | null;
      fail_message?: string | null;
    };
  };
  'twelvelabs': {
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
  };
}

/** The operations of each provider. */
export interface ProviderOperations {
  'huawei-modelarts':
    | 'createProcessorTask'
    | 'listProcessorTasks'
    | 'listProcessorItems'
    | 'getProcessorTask'
    | 'updateProcessorTask'
    | 'deleteProcessorTask'
    | 'createVersion'
    | 'listVersions'
    | 'getVersion'
    | 'stopVersion'
    | 'deleteVersion'
    | 'listResults';
  'huawei-mpc':
    | 'createTranscodingTask'
    | 'listTranscodingTask'
    | 'cancelTranscodingTask'
    | 'deleteTranscodingTask'
    | 'listStatSummary'
    | 'listTranscodeDetail';
  'naver-nclue':
    | 'createFeature'
    | 'listFeatures'
    | 'getFeature'
    | 'deleteFeature'
    | 'createTask'
    | 'listTasks'
    | 'getTask'
    | 'deleteTask'
    | 'createTaskRun'
    | 'listTaskRuns'
    | 'getTaskRun'
    | 'deleteTaskRun'
    | 'createCustomAttribute'
    | 'listCustomAttributes'
    | 'getCustomAttribute'
    | 'deleteCustomAttribute'
    | 'createShoppingIntent'
    | 'listShoppingIntents'
    | 'getShoppingIntent'
    | 'deleteShoppingIntent'
    | 'downloadShoppingIntent';
  'twelvelabs':
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
}
