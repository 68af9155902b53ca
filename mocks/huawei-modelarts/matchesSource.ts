import type { FilterFunction } from '../../src/engine/functions.js';
import type { Fields } from '../../src/store/store.js';

/** Has the task a data source of the type and the place asked for? What was not asked for always fits. */
export const matchesSource: FilterFunction = ({ request }, task) => {
  const { source, source_type: type } = request.query;
  if (source === undefined && type === undefined) return true;
  const fits = (one: Fields) =>
    (source === undefined || one['source'] === source) && (type === undefined || one['type'] === type);
  return dataSources(task).some(fits);
};

/** All of a task's data sources: it is given one, or a list. */
function dataSources(task: Fields): readonly Fields[] {
  const single = task['data_source'] as Fields | undefined;
  const several = (task['inputs'] ?? []) as readonly Fields[];
  return single ? [single, ...several] : several;
}
