import type { FunctionContext } from '../../src/engine/functions.js';

/** The file a record stands for, as far as its name and the request tell. */
export interface UploadedFile {
  readonly name: string;
  /** Media type, where the upload named one. */
  readonly type?: string;
  /** Bytes; not known of a file that is only pointed at. */
  readonly size?: number;
}

/**
 * Finds the file: the name the record already has, else the uploaded part, else the end of the address.
 * A file wins over an address where a request has both.
 */
export function uploadedFile({ request, record }: FunctionContext): UploadedFile {
  const body = fieldsOf(request.body);
  const part = fieldsOf(body['video_file'] ?? body['file']);
  const given = text(record?.['filename']);
  const address = text(body['video_url'] ?? body['url']);
  return {
    name: given ?? text(part['filename']) ?? (address === undefined ? undefined : lastSegment(address)) ?? 'video.mp4',
    ...(typeof part['type'] === 'string' ? { type: part['type'] } : {}),
    ...(typeof part['size'] === 'number' ? { size: part['size'] } : {}),
  };
}

/** The properties of an object; none of anything else. */
function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' ? (value as Readonly<Record<string, unknown>>) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** `https://host/a/b.mp4?x#y` → `b.mp4`; what cannot be decoded stays as it is written. */
function lastSegment(address: string): string | undefined {
  const path = address.replace(/[?#].*$/s, '').replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '');
  const segment = path.split('/').filter(Boolean).at(-1);
  try {
    return segment && decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
