import type { Place, When } from '../../language/lifecycle.js';
import { inverseResource, relatedResource, statesOf } from '../../table/domains.js';
import type { Issue } from '../issue.js';
import { hasField } from './fields.js';
import { error, namesOf, unlessKnown } from './finding.js';
import { inversesTo } from './resources.js';
import { type ActingRow, actingRows, called, type LintRule, type LintSubject } from './subject.js';

/** The names in guards resolve: states, refs, inverses, fields and named functions. */
export const guardNamesResolve: LintRule = (subject) =>
  actingRows(subject).flatMap((tabled) => guardsOf(tabled).flatMap((when) => guard(subject, tabled, when)));

/** A row's guard and those of the fields it shows, each with the branches of its `any`. */
export function guardsOf(tabled: ActingRow): readonly When[] {
  const shown = tabled.table === 'decide' ? Object.values(tabled.row.show) : [];
  return [tabled.row.when, ...shown].flatMap((when) => [when, ...(when.any ?? [])]);
}

function guard(subject: LintSubject, tabled: ActingRow, when: When): Issue[] {
  const { place } = tabled.row;
  const row = called(tabled.row);
  return [
    ...ownState(subject, tabled, when),
    ...Object.entries(when.related ?? {}).flatMap(([name, { of, states }]) =>
      of === 'one' ? toOne(subject, tabled, name, states) : toMany(subject, tabled, name, states),
    ),
    ...fields(subject, tabled, when),
    ...(when.call === undefined
      ? []
      : unlessKnown(
          place,
          `${row} calls the guard function`,
          when.call,
          'guard functions are',
          namesOf(subject.functions.guards),
        )),
  ];
}

function ownState({ lifecycle }: LintSubject, tabled: ActingRow, when: When): Issue[] {
  if (!when.state) return [];
  const { place } = tabled.row;
  if (tabled.table === 'decide' && tabled.operation.by === undefined) {
    return [
      notBound(
        place,
        `${called(tabled.row)} asks for the record's state, but ${tabled.operationId} has no \`by\` to find a record by.`,
      ),
    ];
  }
  const known = [...stateNames(lifecycle.resources[tabled.on ?? '']), 'absent', 'present'];
  return when.state.flatMap((state) =>
    unlessKnown(place, `${called(tabled.row)} asks for the state`, state, `${tabled.on} has`, known),
  );
}

function toOne(subject: LintSubject, tabled: ActingRow, path: string, states: readonly string[]): Issue[] {
  const { place } = tabled.row;
  const { resources } = subject.lifecycle;
  const row = called(tabled.row);
  const related = relatedResource(subject.lifecycle, tabled.on ?? '', path);
  if (!related) {
    if (inversesTo(subject, tabled.on ?? '').includes(path)) {
      return [
        error(
          'unresolved-name',
          place,
          `${row} asks for one related record "${path}", but there may be many; write \`some:\` or \`none:\` before the states.`,
        ),
      ];
    }
    return unlessKnown(
      place,
      `${row} asks for the related record`,
      path,
      `${tabled.on} has the refs`,
      namesOf(resources[tabled.on ?? '']?.refs),
    );
  }
  if (
    tabled.table === 'decide' &&
    !(path in tabled.operation.bind) &&
    (tabled.operation.by === undefined || path.includes('/'))
  ) {
    return [
      notBound(
        place,
        `${row} asks for the related record "${path}", but ${tabled.operationId} does not bind it; add it to \`bind\`.`,
      ),
    ];
  }
  const known = [...stateNames(resources[related.to]), 'absent', 'present', ...(related.optional ? ['unset'] : [])];
  return states.flatMap((state) =>
    unlessKnown(place, `${row} asks for ${path} in the state`, state, `${related.to} has`, known),
  );
}

function toMany(subject: LintSubject, tabled: ActingRow, inverse: string, states: readonly string[]): Issue[] {
  const { place } = tabled.row;
  const way = inverseResource(subject.lifecycle, tabled.on ?? '', inverse);
  if (!way) {
    return unlessKnown(
      place,
      `${called(tabled.row)} asks for the related records`,
      inverse,
      `ways back to ${tabled.on} are`,
      inversesTo(subject, tabled.on ?? ''),
    );
  }
  const known = [...stateNames(subject.lifecycle.resources[way.resource]), 'present'];
  return states.flatMap((state) =>
    unlessKnown(place, `${called(tabled.row)} asks for ${inverse} in the state`, state, `${way.resource} has`, known),
  );
}

function fields(subject: LintSubject, tabled: ActingRow, when: When): Issue[] {
  const resource = subject.lifecycle.resources[tabled.on ?? ''];
  const asked = [...namesOf(when.field), ...namesOf(when.taken)];
  return asked
    .filter((pointer) => !resource || !hasField(subject, resource, pointer.split('/')))
    .map((pointer) =>
      error(
        'unresolved-name',
        tabled.row.place,
        `${called(tabled.row)} asks for the field "${pointer}", which ${tabled.on ?? 'no resource'} does not have.`,
      ),
    );
}

function stateNames(resource: Parameters<typeof statesOf>[0]): readonly string[] {
  return resource?.state ? statesOf(resource) : [];
}

function notBound(place: Place, message: string): Issue {
  return error('lint-not-bound', place, message);
}
