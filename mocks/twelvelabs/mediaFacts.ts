import type { FunctionContext } from '../../src/engine/functions.js';
import { typeOfFile } from './fileType.js';
import { uploadedFile } from './uploadedFile.js';

/** What a video's `system_metadata` says. A still image has no duration, a sound no size in pixels. */
export interface MediaFacts {
  readonly filename: string;
  /** Seconds. */
  readonly duration?: number;
  readonly fps?: number;
  readonly width?: number;
  readonly height?: number;
  /** Bytes. */
  readonly size: number;
}

/**
 * Value: the facts of a file nobody looks into. Name and size are those of the upload; all others are the same for
 * every file, so that a test can rely on them.
 */
export function mediaFacts(context: FunctionContext): MediaFacts {
  const file = uploadedFile(context);
  const kind = typeOfFile(file).split('/')[0];
  return {
    filename: file.name,
    ...(kind === 'image' ? {} : { duration: 30 }),
    ...(kind === 'video' ? { fps: 30 } : {}),
    ...(kind === 'audio' ? {} : { width: 1280, height: 720 }),
    size: file.size ?? 5_242_880,
  };
}
