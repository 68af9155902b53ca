import type { ValueFunction } from '../../src/engine/functions.js';

/** A task that was given one data source shows it as its only input as well, as the documented examples do. */
export const inputsFromDataSource: ValueFunction = ({ record }) => {
  const single = record?.['data_source'];
  return single === undefined ? undefined : [single];
};
