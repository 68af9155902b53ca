import type { Place } from '../../language/lifecycle.js';
import type { Issue } from '../issue.js';
import { error } from './finding.js';
import type { LintRule } from './subject.js';

const reserved = ['absent', 'present', 'unset'];

/** No state is named like a word of guards. */
export const stateNamesAreFree: LintRule = ({ lifecycle, placeOf }) =>
  Object.entries(lifecycle.resources).flatMap(([name, { state }]) =>
    Object.keys(state?.values ?? {})
      .filter((word) => reserved.includes(word))
      .map((word) => {
        const message = `${name} has a state named "${word}", which is a word of guards; name it otherwise and keep the wire's word as its value.`;
        return error('lint-reserved-state', placeOf(['x-lifecycle', 'resources', name, 'state', 'values']), message);
      }),
  );

/** Row ids are unique within a table, after switch maps were expanded. */
export const rowIdsAreUnique: LintRule = ({ lifecycle }) => [
  ...repeated('the failures', lifecycle.failures),
  ...Object.entries(lifecycle.operations).flatMap(([id, { decide, failures }]) =>
    repeated(id, [...decide, ...failures]),
  ),
  ...Object.entries(lifecycle.resources).flatMap(([name, { state }]) =>
    Object.entries(state?.enter ?? {}).flatMap(([entered, rows]) => repeated(`${name}, on entering ${entered},`, rows)),
  ),
];

function repeated(table: string, rows: readonly { readonly id: string; readonly place: Place }[]): Issue[] {
  const first = new Map<string, Place>();
  return rows.flatMap(({ id, place }) => {
    const earlier = first.get(id);
    if (!earlier) {
      first.set(id, place);
      return [];
    }
    return [
      error(
        'lint-duplicate-row',
        place,
        `Two rows of ${table} have the id "${id}"; the other is in line ${earlier.line}. Rename one.`,
      ),
    ];
  });
}
