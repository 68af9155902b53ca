import type { FunctionContext } from '../../src/engine/functions.js';
import type { Fields } from '../../src/store/store.js';

/** Value: the changes to an asset's metadata. A key with an empty text is ignored; null stays, it removes the key. */
export function metadataChanges({ request }: FunctionContext): Fields {
  return pick(request.body, (value) => value !== '');
}

/** Value: metadata that replaces an asset's. Keys with null or an empty text are ignored; none left is no metadata at all. */
export function newMetadata({ request }: FunctionContext): Fields | undefined {
  const metadata = pick(request.body, (value) => value !== '' && value !== null);
  return Object.keys(metadata).length > 0 ? metadata : undefined;
}

function pick(body: unknown, keep: (value: unknown) => boolean): Fields {
  const metadata = (body as { readonly user_metadata?: Fields } | undefined)?.user_metadata ?? {};
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => keep(value)));
}
