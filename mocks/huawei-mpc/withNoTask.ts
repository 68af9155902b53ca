import type { BodyFunction } from '../../src/engine/functions.js';

/**
 * A query by ids in which an id that does not exist gets an element with the status `NO_TASK`, in the order asked for.
 * The answer to the detailed query takes only `task_array` of it.
 */
export const withNoTask: BodyFunction = ({ request }, items) => {
  const found = new Map(items.map((item) => [item['task_id'], item]));
  const asked = new Set(request.query['task_id'] as readonly unknown[]);
  const status = request.query['status'];
  const tasks = [...asked]
    .map((id) => found.get(id) ?? { task_id: id, status: 'NO_TASK' })
    .filter((task) => status === undefined || task['status'] === status);
  return { task_array: tasks, is_truncated: 0, total: tasks.length };
};
