import type { Mock } from '../../mock/mock.js';
import type { Stage } from './stage.js';

/** Puts a case's records and switch settings into a sandbox. */
export function setStage(
  mock: Mock,
  provider: string,
  { records, switches }: Pick<Stage, 'records' | 'switches'>,
): void {
  for (const { resource, key, fields } of records) mock.records.put({ provider, resource, key }, fields);
  mock.switches.set(provider, switches);
}
