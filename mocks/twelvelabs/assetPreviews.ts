import type { FunctionContext } from '../../src/engine/functions.js';
import type { Fields } from '../../src/store/store.js';

const progress: Readonly<Record<string, string>> = { processing: 'processing', ready: 'ready', failed: 'error' };

/** Value: an asset's `hls`; none where it was not asked for. The address appears when the stream is ready. */
export function assetStream({ record }: FunctionContext): Fields | undefined {
  return preview(record, 'enable_hls', 'manifest_url', 'stream.m3u8');
}

/** Value: an asset's `thumbnail`; none where it was not asked for. */
export function assetThumbnail({ record }: FunctionContext): Fields | undefined {
  return preview(record, 'enable_thumbnail', 'representative_url', 'thumbnail.jpg');
}

function preview(record: Fields | undefined, wish: string, address: string, file: string): Fields | undefined {
  if (record?.[wish] !== true) return undefined;
  const status = progress[String(record['status'])] ?? 'pending';
  return status === 'ready'
    ? { status, [address]: `https://streams.tombstone.invalid/${record['_id']}/${file}` }
    : { status };
}
