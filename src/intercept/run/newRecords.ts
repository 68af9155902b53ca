import type { Mock, RecordFields, Snapshot } from '../../mock/mock.js';
import type { LeftBehind } from './runReport.js';

/** The records that are there now and were not in a snapshot. */
export function newRecords(before: Snapshot, mock: Mock): readonly LeftBehind[] {
  const after = mock.exportState();
  return mock.contracts.flatMap(({ id: provider, lifecycle }) =>
    Object.entries(lifecycle.resources).flatMap(([resource, { key, partition, state }]) => {
      const partitionName = partition?.split('.').at(-1);
      const identity = (fields: RecordFields) =>
        JSON.stringify([fields[key.field], partitionName === undefined ? undefined : fields[partitionName]]);
      const known = new Set(before.providers[provider]?.records[resource]?.map(identity));
      return (after.providers[provider]?.records[resource] ?? [])
        .filter((fields) => !known.has(identity(fields)))
        .map((fields) => ({
          provider,
          resource,
          key: fields[key.field] as string | number,
          ...(state !== undefined && { state: String(fields[state.field]) }),
        }));
    }),
  );
}
