import type { Worlds } from './world.js';

/** The three operations most like a request that reached none: `DELETE /v1.3/tasks/{task_id} (twelvelabs/deleteTask)`. */
export function nearestOperations(method: string, path: string, worlds: Worlds): readonly string[] {
  const asked = path.split('/').filter((segment) => segment !== '');
  const scored = [...worlds.values()].flatMap(({ contract }) =>
    contract.routes.map((operation) => ({
      text: `${operation.method} ${operation.template.path} (${contract.id}/${operation.id})`,
      score:
        likeness(
          asked,
          operation.template.path.split('/').filter((segment) => segment !== ''),
        ) + (operation.method === method ? 0.5 : 0),
    })),
  );
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ text }) => text);
}

/** Segments that are equal in place count one, those a parameter takes a half, and a different length costs. */
function likeness(asked: readonly string[], template: readonly string[]): number {
  const shared = template.reduce((sum, segment, index) => {
    const given = asked[index];
    if (given === undefined) return sum;
    if (given.toLowerCase() === segment.toLowerCase()) return sum + 1;
    return sum + (segment.startsWith('{') ? 0.5 : 0);
  }, 0);
  return shared - Math.abs(asked.length - template.length);
}
