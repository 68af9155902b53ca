// Written by `npm run docs` from specs/. Do not edit.

/** What the records of each resource hold. */
export interface Models {
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
}

/** The operations. */
export type Operations =
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
