import type { Mock, RecordFields } from '../../mock/mock.js';
import { metaName } from '../../mock/recordMeta.js';
import type { ContractKnowledge } from '../know/contractKnowledge.js';

/** The records of a sandbox, by `resource/key`. */
export type WorldView = ReadonlyMap<string, RecordFields>;

/** Looks at every record of a provider, in every project. */
export function viewWorld(mock: Mock, { contract }: ContractKnowledge): WorldView {
  const records = mock.exportState().providers[contract.id]?.records ?? {};
  return new Map(
    Object.entries(records).flatMap(([resource, all]) => {
      const key = contract.resources.get(resource)?.keyField ?? '';
      return all.map(({ [metaName]: _, ...fields }) => [`${resource}/${fields[key]}`, fields] as const);
    }),
  );
}
