import { documentOperations } from '../../language/documentOperation.js';
import { failureKinds } from '../../language/lifecycle.js';
import type { OpenApiDocument, SchemaObject } from '../../language/openapi.js';
import { pointerSegments } from '../../language/pointer.js';
import { resolveRef } from '../../language/resolveRef.js';
import type { FailureSituation } from '../../table/failureSituation.js';
import { analyseFailures } from '../../table/failureTable.js';
import { bodyMediaType } from '../../table/requestPart.js';
import { schemaProperty } from '../../table/schemaProperty.js';
import type { Issue } from '../issue.js';
import { error, namesOf, unlessKnown } from './finding.js';
import { called, failureRowsOf, type LintRule, type LintSubject } from './subject.js';
import { unreachable } from './tables.js';

/** Every refusal has a row, and every failure row is for some refusal. */
export const failuresAreTotal: LintRule = (subject) => {
  const { lifecycle, placeOf } = subject;
  const tables = [undefined, ...namesOf(lifecycle.operations)].map((id) => ({ id, ...analyseFailures(lifecycle, id) }));
  const undecided = tables.flatMap((table) => table.undecided);
  const reached = new Set(tables.flatMap((table) => [...table.wins.keys()]));
  const shadowed = tables.flatMap((table) => table.shadowed);
  const dead = lifecycle.failures
    .filter(({ id }) => !reached.has(id))
    .map(({ id }) => ({ id, by: [...new Set(shadowed.filter((row) => row.id === id).flatMap(({ by }) => by))] }));
  const own = Object.entries(lifecycle.operations).flatMap(([id, { failures }]) =>
    unreachable(
      `${id}'s failures`,
      failures,
      tables.find((table) => table.id === id)?.shadowed.filter((row) => failures.some((one) => one.id === row.id)) ??
        [],
    ),
  );
  const place = placeOf(['x-lifecycle', 'failures']);
  const gaps =
    undecided.length === 0
      ? []
      : [
          error(
            'lint-not-total',
            place,
            `No failure row is for ${describeGaps(undecided)}; add a row, or a last one without \`when\`.`,
          ),
        ];
  return [...gaps, ...unreachable('the failures', lifecycle.failures, dead), ...own];
};

function describeGaps(undecided: readonly FailureSituation[]): string {
  const kinds = failureKinds.filter((kind) => undecided.some((one) => one.kind === kind));
  return kinds
    .map((kind) => {
      const causes = [...new Set(undecided.flatMap((one) => (one.kind === kind ? (one.cause ?? []) : [])))];
      return causes.length === 0 ? `"${kind}"` : `"${kind}" with the cause ${causes.join(' or ')}`;
    })
    .join(', ');
}

/** The operations, parameters, pointers and keywords that failure rows name exist. */
export const failureNamesResolve: LintRule = (subject) => {
  const inputs = inputNames(subject);
  const keywords = keywordsIn(subject.document);
  return failureRowsOf(subject).flatMap(({ row }) => {
    const operations = (row.when.operation ?? []).flatMap((id) =>
      unlessKnown(
        row.place,
        `${called(row)} is for the operation`,
        id,
        'operations are',
        namesOf(subject.lifecycle.operations),
      ),
    );
    const ats = (row.when.at ?? []).flatMap((at) =>
      inputs(at) ? [] : [unknownInput(row.place, called(row), `the input "${at}", which no operation has`)],
    );
    const words = (row.when.keyword ?? []).flatMap((keyword) =>
      keywords.has(keyword)
        ? []
        : [unknownInput(row.place, called(row), `the keyword "${keyword}", which no schema of the document uses`)],
    );
    return [...operations, ...ats, ...words];
  });
};

function unknownInput(place: Issue['place'], row: string, what: string): Issue {
  return error('lint-unknown-input', place, `${row} is for ${what}; name one the document declares.`);
}

/** Asks whether some operation has an input of that name, or, for a pointer, a body with something there. */
function inputNames({ document }: LintSubject): (at: string) => boolean {
  const operations = documentOperations(document);
  const parameters = new Set(operations.flatMap((operation) => operation.parameters.map(({ name }) => name)));
  const bodies = operations.flatMap((operation): SchemaObject[] => {
    const schema = bodyMediaType(document, operation)?.schema;
    return schema ? [schema] : [];
  });
  return (at) =>
    parameters.has(at) ||
    (at.startsWith('/') &&
      bodies.some((schema) => schemaProperty(document, schema, pointerSegments(at)) !== undefined));
}

/** Every keyword that stands in some schema of the document's inputs, `required` and `type` wherever one could. */
function keywordsIn(document: OpenApiDocument): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (value: unknown, depth: number): void => {
    if (value === null || typeof value !== 'object' || depth > 64) return;
    for (const [key, inner] of Object.entries(value)) {
      found.add(key);
      visit(inner, depth + 1);
    }
  };
  for (const operation of documentOperations(document)) {
    const media = bodyMediaType(document, operation);
    visit([operation.parameters.map(({ schema }) => schema && resolveRef(document, schema)), media?.schema], 0);
  }
  visit(document.components?.schemas, 0);
  return found;
}
