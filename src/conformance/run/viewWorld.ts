import type { Mock, RecordFields } from '../../mock/mock.js';
import { metaName } from '../../mock/recordMeta.js';

/** The records of a sandbox, by `resource/key`. */
export type WorldView = ReadonlyMap<string, RecordFields>;

/** Looks at every record of a provider, in every project. */
export function viewWorld(mock: Mock, provider: string): WorldView {
  const records = mock.exportState().providers[provider]?.records ?? {};
  const keys = new Map(mock.providers().flatMap(({ resources }) => resources.map(({ id, key }) => [id, key])));
  return new Map(
    Object.entries(records).flatMap(([resource, all]) =>
      all.map(({ [metaName]: _, ...fields }) => [`${resource}/${fields[keys.get(resource) ?? '']}`, fields] as const),
    ),
  );
}
