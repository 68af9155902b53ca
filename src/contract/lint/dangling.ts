import type { Ref } from '../../language/lifecycle.js';
import { decidedBy, tableSize } from '../../table/analyse.js';
import { inverseResource } from '../../table/domains.js';
import type { Situation } from '../../table/situation.js';
import { combinationLimit } from '../../table/situations.js';
import type { Issue } from '../issue.js';
import { warning } from './finding.js';
import { guardsOf } from './guards.js';
import { called, decideRows, type LintRule, type LintSubject } from './subject.js';

type DecideRow = ReturnType<typeof decideRows>[number];

/** A row that deletes records deletes those that name them too, or admits that what becomes of them is inferred. */
export const deletionsLeaveNothingDangling: LintRule = (subject) =>
  decideRows(subject).flatMap((tabled) => {
    const deleted = deletedBy(subject, tabled);
    if (deleted.length === 0 || tabled.row.basis.effect === 'inferred') return [];
    const small = tableSize(subject, tabled.operationId) <= combinationLimit;
    const situations = small ? (decidedBy(subject, tabled.operationId).get(tabled.row.id) ?? []) : [];
    return deleted.flatMap((resource) => dangling(subject, tabled, resource, deleted, situations));
  });

function dangling(
  subject: LintSubject,
  { row, on, operationId }: DecideRow,
  resource: string,
  deleted: readonly string[],
  situations: readonly Situation[],
): Issue[] {
  return Object.entries(subject.lifecycle.resources).flatMap(([name, { refs }]) =>
    Object.values(refs)
      .filter((ref) => ref.to === resource && !deleted.includes(name))
      .filter((ref) => !isAskedFor(subject, name, ref))
      .filter((ref) => resource !== on || !situations.every(({ related }) => isEmpty(related[ref.inverse])))
      .filter((ref) => resource !== on || !judgesUsers(subject, operationId, ref))
      .map((ref) =>
        warning(
          'lint-dangling-ref',
          row.place,
          `${called(row)} deletes ${resource} records, but ${name} records may still name them by ${ref.field}; delete those too, or say \`basis: { effect: inferred, … }\`.`,
        ),
      ),
  );
}

/** Does the table tell apart the states of those who name the record? Then its sources say which of them may stay. */
function judgesUsers(subject: LintSubject, operationId: string, ref: Ref): boolean {
  const tabled = decideRows(subject).filter((one) => one.operationId === operationId);
  return tabled.some((one) =>
    guardsOf(one).some((when) => when.related?.[ref.inverse]?.states.some((state) => state !== 'present') === true),
  );
}

/** Does some table ask whether the record that is named is still there? Then the contract knows that it may be gone. */
function isAskedFor(subject: LintSubject, name: string, ref: Ref): boolean {
  return decideRows(subject).some((tabled) => {
    if (tabled.on !== name) return false;
    const path =
      Object.entries(subject.lifecycle.resources[name]?.refs ?? {}).find(([, known]) => known === ref)?.[0] ?? '';
    if (path in tabled.operation.bind) return false;
    return guardsOf(tabled).some((when) => when.related?.[path] !== undefined);
  });
}

/** The resources whose records a row deletes. */
function deletedBy({ lifecycle }: LintSubject, { row, on = '' }: DecideRow): string[] {
  const deleted = row.effects.flatMap((effect) => {
    if (effect.do !== 'delete') return [];
    const end = effect.path.reduce<string | undefined>(
      (at, inverse) => (at === undefined ? at : inverseResource(lifecycle, at, inverse)?.resource),
      on,
    );
    return end === undefined ? [] : [end];
  });
  return [...new Set(deleted)];
}

function isEmpty(seen: string | readonly string[] | undefined): boolean {
  return Array.isArray(seen) && seen.length === 0;
}
