import type { FunctionContext } from '../../src/engine/functions.js';
import type { Fields } from '../../src/store/store.js';

/** Value: an asset's `technical_metadata`, once it is ready; the same facts as elsewhere under the names used here. */
export function assetFacts({ record = {} }: FunctionContext): Fields {
  const kind = String(record['file_type']).split('/')[0];
  const media = (record['system_metadata'] ?? {}) as Fields;
  const general = { file_size_bytes: record['size'], file_mime_type: record['file_type'], has_audio: kind !== 'image' };
  if (kind === 'image') return known({ ...general, image_width: media['width'], image_height: media['height'] });
  if (kind === 'audio') return known({ ...general, audio_duration_seconds: record['duration'] });
  return known({
    ...general,
    video_width: media['width'],
    video_height: media['height'],
    video_fps: media['fps'],
    video_duration_seconds: record['duration'],
  });
}

function known(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
