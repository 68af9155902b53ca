import type { Resource } from '../../language/lifecycle.js';
import { pointerSegments, valueAt } from '../../language/pointer.js';
import { inverseResource, statesOf } from '../../table/domains.js';
import type { Issue, PlaceOf } from '../issue.js';
import { fieldNames } from './fields.js';
import { error, namesOf, unlessKnown } from './finding.js';
import type { LintRule, LintSubject } from './subject.js';

/** The names inside a resource's declaration resolve: its schema, fields, refs, states and what it counts. */
export const resourceNamesResolve: LintRule = (subject) =>
  Object.entries(subject.lifecycle.resources).flatMap(([name, resource]) => {
    const at: PlaceOf = (segments) => subject.placeOf(['x-lifecycle', 'resources', name, ...segments]);
    if (valueAt(subject.document, pointerSegments(resource.schema)) === undefined) {
      const message = `The resource ${name} has the schema "${resource.schema}", which the document does not have.`;
      return [error('unresolved-name', at(['schema']), message)];
    }
    return [
      ...ownFields(subject, name, resource, at),
      ...refs(subject, name, resource, at),
      ...states(name, resource, at),
      ...computed(subject, name, resource, at),
    ];
  });

function ownFields(subject: LintSubject, name: string, resource: Resource, at: PlaceOf): Issue[] {
  // What `fields` declares is there by declaration; these only point at fields.
  const known = fieldNames(subject, { ...resource, key: { ...resource.key, field: firstField(subject, resource) } });
  const stamps = Object.entries(resource.stamps).flatMap(([stamp, field]) =>
    unlessKnown(at(['stamps', stamp]), `The resource ${name} stamps the field`, field, 'it has', known),
  );
  return [
    ...unlessKnown(at(['key', 'field']), `The key of ${name} is the field`, resource.key.field, 'it has', known),
    ...stamps,
  ];
}

function firstField(subject: LintSubject, resource: Resource): string {
  const declared = valueAt(subject.document, [...pointerSegments(resource.schema), 'properties']);
  return namesOf(declared as Record<string, unknown> | undefined)[0] ?? resource.key.field;
}

function refs(subject: LintSubject, name: string, resource: Resource, at: PlaceOf): Issue[] {
  const { resources } = subject.lifecycle;
  return Object.entries(resource.refs).flatMap(([ref, { to, copy }]) => {
    const other = resources[to];
    const target = unlessKnown(
      at(['refs', ref, 'to']),
      `The ref ${ref} of ${name} leads to the resource`,
      to,
      'resources are',
      namesOf(resources),
    );
    const theirs = other ? fieldNames(subject, other) : [];
    const copies = Object.entries(copy).flatMap(([mine, their]) =>
      other
        ? unlessKnown(
            at(['refs', ref, 'copy', mine]),
            `The ref ${ref} of ${name} copies the field`,
            their,
            `${to} has`,
            theirs,
          )
        : [],
    );
    return [...target, ...copies];
  });
}

function states(name: string, resource: Resource, at: PlaceOf): Issue[] {
  const { state } = resource;
  if (!state) return [];
  const known = statesOf(resource);
  const has = `${name} has`;
  return [
    ...unlessKnown(at(['state', 'initial']), `${name} begins in the state`, state.initial, has, known),
    ...Object.entries(state.flow).flatMap(([from, edge]) => [
      ...unlessKnown(at(['state', 'flow', from]), `A flow leaves the state`, from, has, known),
      ...unlessKnown(
        at(['state', 'flow', from, 'to']),
        `The flow from ${from} leads to the state`,
        edge.to,
        has,
        known,
      ),
    ]),
    ...namesOf(state.enter).flatMap((entered) =>
      unlessKnown(at(['state', 'enter', entered]), `Rows are run on entering the state`, entered, has, known),
    ),
  ];
}

function computed(subject: LintSubject, name: string, resource: Resource, at: PlaceOf): Issue[] {
  return Object.entries(resource.computed).flatMap(([field, rule]) => {
    if ('value' in rule) return [];
    const inverse = 'count' in rule ? rule.count : rule.sum;
    const place = at(['computed', field]);
    const way = inverseResource(subject.lifecycle, name, inverse);
    if (!way)
      return unlessKnown(
        place,
        `The field ${field} of ${name} is over the related records`,
        inverse,
        'ways back are',
        inversesTo(subject, name),
      );
    const related = subject.lifecycle.resources[way.resource];
    return (rule.state ?? []).flatMap((state) =>
      unlessKnown(place, `The field ${field} of ${name} asks for the state`, state, `${way.resource} has`, [
        ...statesOf(related),
        'present',
      ]),
    );
  });
}

/** The ways back from a resource to the records that name it. */
export function inversesTo({ lifecycle }: LintSubject, to: string): readonly string[] {
  return Object.values(lifecycle.resources).flatMap(({ refs: all }) =>
    Object.values(all).flatMap((ref) => (ref.to === to ? [ref.inverse] : [])),
  );
}
