// Written by `npm run docs` from specs/. Do not edit.

/** What the records of each resource hold. */
export interface Models {
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
}

/** The operations. */
export type Operations =
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
