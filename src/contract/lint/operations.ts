import { didYouMean } from '../../errors.js';
import { documentOperations } from '../../language/documentOperation.js';
import { error, namesOf, unlessKnown } from './finding.js';
import type { LintRule } from './subject.js';

/** Every operation of the document has a table, and every table an operation. */
export const operationsHaveTables: LintRule = ({ document, lifecycle, placeOf }) => {
  const declared = documentOperations(document);
  const ids = declared.map(({ id }) => id);
  const unknown = namesOf(lifecycle.operations).filter((id) => !ids.includes(id));
  // A misspelt id leaves an operation without a table, too; that is one mistake.
  const without = declared.filter(({ id }) => lifecycle.operations[id] === undefined && didYouMean(id, unknown) === '');
  return [
    ...Object.entries(lifecycle.operations).flatMap(([id, { place }]) =>
      unlessKnown(place, 'There is a table for the operation', id, 'the document has', ids),
    ),
    ...without.map(({ id, path, method }) =>
      error(
        'lint-no-table',
        placeOf(['paths', path, method]),
        `The operation ${id} has no decision table; add it under x-lifecycle.operations, or remove it from the document.`,
      ),
    ),
  ];
};

/** Every resource an operation is on exists. */
export const operationsAreOnResources: LintRule = ({ lifecycle }) =>
  Object.entries(lifecycle.operations).flatMap(([id, { on, place }]) =>
    on === undefined
      ? []
      : unlessKnown(place, `The operation ${id} is on the resource`, on, 'resources are', namesOf(lifecycle.resources)),
  );
