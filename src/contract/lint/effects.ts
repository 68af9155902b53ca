import type { Effect, Resource } from '../../language/lifecycle.js';
import { inverseResource, statesOf } from '../../table/domains.js';
import type { Issue } from '../issue.js';
import { fieldNames } from './fields.js';
import { namesOf, unlessKnown } from './finding.js';
import { inversesTo } from './resources.js';
import { type ActingRow, actingRows, called, type LintRule, type LintSubject } from './subject.js';

/** The names in effects resolve: what is made, set, deleted and entered. */
export const effectNamesResolve: LintRule = (subject) =>
  actingRows(subject).flatMap((tabled) => tabled.row.effects.flatMap((effect) => effectNames(subject, tabled, effect)));

function effectNames(subject: LintSubject, tabled: ActingRow, effect: Effect): Issue[] {
  if (effect.do === 'delete') return deletePath(subject, tabled, effect.path);
  if (effect.do === 'create') return creation(subject, tabled, effect);
  const target = targetOf(subject, tabled, effect.on);
  if (typeof target !== 'string') return target;
  const resource = subject.lifecycle.resources[target];
  if (effect.do === 'move') {
    return unlessKnown(
      tabled.row.place,
      `${called(tabled.row)} moves to the state`,
      effect.state,
      `${target} has`,
      resource?.state ? statesOf(resource) : [],
    );
  }
  const names = effect.do === 'unset' ? effect.fields : namesOf(effect.fields);
  return names.flatMap((name) => fieldName(subject, tabled, target, resource, name));
}

function creation(subject: LintSubject, tabled: ActingRow, effect: Extract<Effect, { do: 'create' }>): Issue[] {
  const { resources } = subject.lifecycle;
  const { place } = tabled.row;
  const resource = resources[effect.resource];
  if (!resource)
    return unlessKnown(place, `${called(tabled.row)} makes a`, effect.resource, 'resources are', namesOf(resources));
  const state =
    effect.state === undefined
      ? []
      : unlessKnown(
          place,
          `${called(tabled.row)} makes a ${effect.resource} in the state`,
          effect.state,
          'it has',
          statesOf(resource),
        );
  return [
    ...state,
    ...namesOf(effect.set).flatMap((name) => fieldName(subject, tabled, effect.resource, resource, name)),
  ];
}

function deletePath(subject: LintSubject, tabled: ActingRow, path: readonly string[]): Issue[] {
  let at = tabled.on ?? '';
  for (const inverse of path) {
    const way = inverseResource(subject.lifecycle, at, inverse);
    if (!way)
      return unlessKnown(
        tabled.row.place,
        `${called(tabled.row)} deletes the related records`,
        inverse,
        `ways back to ${at} are`,
        inversesTo(subject, at),
      );
    at = way.resource;
  }
  return [];
}

function targetOf({ lifecycle }: LintSubject, tabled: ActingRow, on: string | undefined): string | Issue[] {
  const own = tabled.on ?? '';
  if (on === undefined) return own;
  const refs = lifecycle.resources[own]?.refs ?? {};
  return (
    refs[on]?.to ??
    unlessKnown(
      tabled.row.place,
      `${called(tabled.row)} changes the related record`,
      on,
      `${own} has the refs`,
      namesOf(refs),
    )
  );
}

function fieldName(
  subject: LintSubject,
  tabled: ActingRow,
  owner: string,
  resource: Resource | undefined,
  name: string,
): Issue[] {
  const known = resource ? fieldNames(subject, resource) : [];
  return unlessKnown(tabled.row.place, `${called(tabled.row)} sets the field`, name, `${owner} has`, known);
}
