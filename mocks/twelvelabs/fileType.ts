import type { FilterFunction, FunctionContext } from '../../src/engine/functions.js';
import { type UploadedFile, uploadedFile } from './uploadedFile.js';

/** A map, because a file may be called `__proto__`. */
const typesByEnding: ReadonlyMap<string, string> = new Map(
  Object.entries({
    mp4: 'video/mp4',
    mov: 'video/quicktime',
    webm: 'video/webm',
    mkv: 'video/x-matroska',
    avi: 'video/x-msvideo',
    mp3: 'audio/mpeg',
    m4a: 'audio/mp4',
    wav: 'audio/wav',
    flac: 'audio/flac',
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    png: 'image/png',
    webp: 'image/webp',
  }),
);

/** A file's media type: the upload's own word, unless it says nothing, else by the name's ending; `video/mp4` by default. */
export function typeOfFile({ name, type }: UploadedFile): string {
  // SDKs send every stream as octet-stream, which is no statement about what is in it.
  if (type !== undefined && /^(video|audio|image)\//.test(type)) return type;
  return typesByEnding.get(name.split('.').at(-1)?.toLowerCase() ?? '') ?? 'video/mp4';
}

/** Value: an asset's media type. */
export function fileType(context: FunctionContext): string {
  return typeOfFile(uploadedFile(context));
}

/** Filter: is the asset of one of the types the list is asked for (`image`, `video`, `audio`)? */
export const isOfAssetType: FilterFunction = ({ request }, asset) => {
  const types = request.query['asset_types'];
  if (!Array.isArray(types)) return true;
  return types.includes(String(asset['file_type']).split('/')[0]);
};
