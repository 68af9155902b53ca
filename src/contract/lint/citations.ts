import type { Citation, Facets, Place } from '../../language/lifecycle.js';
import type { Issue } from '../issue.js';
import { error, namesOf, unlessKnown } from './finding.js';
import { allRows, called, type LintRule, type LintSubject } from './subject.js';

/** What is documented or observed names a source, and every source named is declared. */
export const citationsResolve: LintRule = (subject) => [...rows(subject), ...switchValues(subject)];

function rows(subject: LintSubject): Issue[] {
  return allRows(subject).flatMap(({ row }) => {
    // A row without a basis of its own has that of a switch value; what lacks a source is then the value.
    const borrowed = Object.entries(row.when.switch ?? {}).some(([name, values]) =>
      values.some((value) => lacksSource(subject.lifecycle.switches[name]?.values[value])),
    );
    const lacks = !borrowed && lacksSource(row);
    return [
      ...(lacks ? [noSource(row.place, called(row))] : []),
      ...unknownSources(subject, row.place, called(row), row.citations),
    ];
  });
}

function switchValues(subject: LintSubject): Issue[] {
  return Object.entries(subject.lifecycle.switches).flatMap(([name, { values }]) =>
    Object.entries(values).flatMap(([value, known]) => {
      const place = subject.placeOf(['x-lifecycle', 'switches', name, 'values', value]);
      const said = `The value "${value}" of the switch ${name}`;
      return [
        ...(lacksSource(known) ? [noSource(place, said)] : []),
        ...unknownSources(subject, place, said, known.citations),
      ];
    }),
  );
}

function lacksSource(known: { readonly basis: Facets; readonly citations: readonly Citation[] } | undefined): boolean {
  return (
    known !== undefined &&
    known.citations.length === 0 &&
    Object.values(known.basis).some((basis) => basis !== 'inferred')
  );
}

function noSource(place: Place, said: string): Issue {
  return error(
    'lint-no-source',
    place,
    `${said} is documented or observed, but names no source; add \`source:\` with where it is said.`,
  );
}

function unknownSources(subject: LintSubject, place: Place, said: string, citations: readonly Citation[]): Issue[] {
  const known = namesOf(subject.lifecycle.sources);
  return citations.flatMap(({ source }) =>
    unlessKnown(place, `${said} cites the source`, source, 'sources are', known),
  );
}
