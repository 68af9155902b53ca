import type { Operation } from '../language/lifecycle.js';
import type { Situation } from './situation.js';

/**
 * Can this combination be? A record that is not there has no fields and no relations of its own, and a record whose
 * bound parent is not there counts as absent.
 */
export function possible(operation: Pick<Operation, 'by' | 'bind'>, situation: Situation): boolean {
  const bound = Object.keys(operation.bind);
  if (bound.some((path) => childOfAbsent(path, situation))) return false;
  const lacksParent = bound.some((path) => situation.related[path] === 'absent');
  if (operation.by !== undefined && situation.state !== 'absent') return !lacksParent;
  // From here on there is no own record: it is absent, or yet to be made.
  return (
    Object.entries(situation.related).every(([name, seen]) => bound.includes(name) || isNothing(seen)) &&
    Object.values(situation.field).every((seen) => 'word' in seen && seen.word === 'absent')
  );
}

/** In `a/b`, `a` belongs to `b`: where `b` is absent, `a` counts as absent. */
function childOfAbsent(path: string, { related }: Situation): boolean {
  if (related[path] !== 'absent' || !path.includes('/')) return false;
  const child = related[path.slice(0, path.lastIndexOf('/'))];
  return child !== undefined && child !== 'absent';
}

/** Related records of a record that is not there: no one, and none. */
function isNothing(seen: string | readonly string[]): boolean {
  return typeof seen === 'string' ? seen === 'absent' || seen === 'unset' : seen.length === 0;
}
