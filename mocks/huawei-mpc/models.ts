// Written by `npm run docs` from specs/. Do not edit.

/** What the records of each resource hold. */
export interface Models {
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
}

/** The operations. */
export type Operations =
  | 'createTranscodingTask'
  | 'listTranscodingTask'
  | 'cancelTranscodingTask'
  | 'deleteTranscodingTask'
  | 'listStatSummary'
  | 'listTranscodeDetail';
