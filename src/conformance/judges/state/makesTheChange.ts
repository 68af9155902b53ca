import type { WorldView } from '../../run/viewWorld.js';
import { type CheckRule, finding } from '../evidence.js';

/** A call that creates or changes records, and deletes none, has that effect. */
export const makesTheChange: CheckRule = {
  slug: 'makes-the-change',
  requirement: 'What the calls create or change is created or changed as they say.',
  look: (evidence) => {
    const { expected, retried, after } = evidence;
    const wanted = changes(expected.before, expected.after);
    // Under a fault, whether there is a change depends on whether the client tries again.
    if (wanted.length === 0 || describe(wanted) !== describe(changes(retried.before, retried.after))) return undefined;
    const made = changes(expected.before, after).filter(({ how }) => how !== 'deleted');
    return finding(
      describe(wanted) === describe(made),
      'must',
      describe(wanted),
      () => `${describe(made) || 'No change'}.`,
    );
  },
};

interface Change {
  readonly how: 'created' | 'changed' | 'deleted';
  readonly name: string;
  readonly fields: string;
}

/** What became of each record; a created one by its resource, since its key is the server's choice. */
function changes(before: WorldView, after: WorldView): readonly Change[] {
  return [...after].flatMap(([name, fields]): readonly Change[] => {
    const was = before.get(name);
    const resource = name.slice(0, name.indexOf('/'));
    if (!was) return [{ how: 'created', name: `a ${resource}`, fields: '' }];
    const different = Object.keys({ ...was, ...fields }).filter(
      (field) => JSON.stringify(was[field]) !== JSON.stringify(fields[field]),
    );
    if (different.length === 0) return [];
    const shown = Object.fromEntries(different.map((field) => [field, fields[field] ?? null]));
    return [{ how: 'changed', name, fields: ` to ${JSON.stringify(shown)}` }];
  });
}

function describe(all: readonly Change[]): string {
  return all
    .map(({ how, name, fields }) => `${name} ${how}${fields}`)
    .sort()
    .join(', ');
}
