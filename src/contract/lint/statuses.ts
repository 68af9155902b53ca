import { findResponse } from '../../language/findExample.js';
import { error, namesOf } from './finding.js';
import type { LintRule } from './subject.js';
import { called, decideRows, failureRowsOf } from './subject.js';

/** A status the document does not list cannot be documented. */
export const documentedStatusesAreListed: LintRule = (subject) => {
  const { document, lifecycle } = subject;
  const decided = decideRows(subject).flatMap(({ row, operationId }) => {
    if (row.basis.status !== 'documented' || findResponse(document, operationId, row.reply.status)) return [];
    const message = `${called(row)} says its status ${row.reply.status} is documented, but ${operationId} does not list it among its responses; say \`basis: { status: inferred, … }\`, or add the response.`;
    return [error('lint-undocumented-status', row.place, message)];
  });
  const refused = failureRowsOf(subject).flatMap(({ row, operationId }) => {
    const { reply } = row;
    if (!reply || row.basis.status !== 'documented') return [];
    const operations =
      operationId === undefined ? (row.when.operation ?? namesOf(lifecycle.operations)) : [operationId];
    // A refusal that belongs to no operation has no list it could be in.
    const aboutNone = row.when.kind?.every((kind) => kind === 'unknownRoute' || kind === 'methodNotAllowed') === true;
    if (aboutNone || operations.some((id) => findResponse(document, id, reply.status))) return [];
    const message = `${called(row)} says its status ${reply.status} is documented, but no operation it is for lists it among its responses; say \`basis: { status: inferred, … }\`, or add the response.`;
    return [error('lint-undocumented-status', row.place, message)];
  });
  return [...decided, ...refused];
};
