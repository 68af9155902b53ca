import type { Contract } from '../../engine/contract.js';
import type { Mock, RecordFields } from '../../mock/mock.js';
import { metaName } from '../../mock/recordMeta.js';

/** The records of a sandbox, by `resource/key`; those of other projects than the client's by `resource/key (project)`. */
export type WorldView = ReadonlyMap<string, RecordFields>;

/** Looks at every record of a provider, in every project. */
export function viewWorld(mock: Mock, { compiled, resources, defaultPartition }: Contract): WorldView {
  const records = mock.exportState().providers[compiled.id]?.records ?? {};
  return new Map(
    Object.entries(records).flatMap(([name, all]) => {
      const resource = resources.get(name);
      const partition = resource?.partition?.name;
      return all.map(({ [metaName]: _, ...fields }) => {
        const project = partition === undefined ? defaultPartition : fields[partition];
        const elsewhere = project === defaultPartition ? '' : ` (${project})`;
        return [`${name}/${fields[resource?.keyField ?? '']}${elsewhere}`, fields] as const;
      });
    }),
  );
}
