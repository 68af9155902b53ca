import { findResponse, replyMediaType } from '../../language/findExample.js';
import type { Value } from '../../language/lifecycle.js';
import type { SchemaObject } from '../../language/openapi.js';
import { decidedBy, tableSize } from '../../table/analyse.js';
import { requiredNames, schemaProperty } from '../../table/schemaProperty.js';
import { combinationLimit } from '../../table/situations.js';
import type { Issue } from '../issue.js';
import { certainFields } from './certainFields.js';
import { error } from './finding.js';
import { called, decideRows, type LintRule, type LintSubject } from './subject.js';

type DecideRow = ReturnType<typeof decideRows>[number];

/** What the schema of a success requires is sure to be there when a record is shaped by it. */
export const bodiesAreCertain: LintRule = (subject) =>
  decideRows(subject).flatMap((tabled) => {
    const { row, operationId } = tabled;
    const { status, example, body } = row.reply;
    const schema = replyMediaType(findResponse(subject.document, operationId, status))?.schema;
    if (status >= 300 || status === 204 || example !== undefined || !schema) return [];
    const written = body ?? row.list?.body;
    if (written !== undefined) return ofBody(subject, tabled, schema, written);
    return ofRecord(subject, tabled, schema, 'the response');
  });

/** A body that is written out: its own keys, and the records in it. */
function ofBody(subject: LintSubject, tabled: DecideRow, schema: SchemaObject, body: Value): Issue[] {
  // A function's body is the function's business.
  if (body === null || typeof body !== 'object' || Array.isArray(body) || 'call' in body) return [];
  const lacking = requiredNames(subject.document, schema).filter(
    (name) => !(name in body) && !mayBeNull(subject, schema, name),
  );
  return [
    ...lacking.map((name) =>
      uncertain(tabled, `the response requires "${name}", which its body does not have; add it`),
    ),
    ...Object.entries(body).flatMap(([name, value]) => {
      const part = schemaProperty(subject.document, schema, value === '$list.items' ? [name, '0'] : [name]);
      return part && (value === '$list.items' || value === '$record')
        ? ofRecord(subject, tabled, part.schema, `each of "${name}"`)
        : [];
    }),
  ];
}

function ofRecord(subject: LintSubject, tabled: DecideRow, schema: SchemaObject, what: string): Issue[] {
  const { row, on, operationId } = tabled;
  const required = requiredNames(subject.document, schema).filter((name) => !mayBeNull(subject, schema, name));
  if (required.length === 0) return [];
  if (mayHaveNoRecord(subject, tabled)) {
    return [
      uncertain(
        tabled,
        `${what} requires "${required[0]}", but where this row decides there may be no record to take it from; answer with an example`,
      ),
    ];
  }
  const sure = certainFields(subject, on ?? '', tabled);
  const remedy = `give a default under the fields of ${on}, set it where they are made, or do not require it in ${operationId}`;
  const lacking = required.filter((name) => !sure.has(name) || name in row.show).map((name) => `"${name}"`);
  if (lacking.length === 0) return [];
  return [uncertain(tabled, `${what} requires ${lacking.join(' and ')}, which ${on} records need not have; ${remedy}`)];
}

function mayHaveNoRecord(subject: LintSubject, { row, on, operation, operationId }: DecideRow): boolean {
  if (
    row.list ||
    row.effects.some((effect) => effect.do === 'create' && effect.resource === on && effect.as === undefined)
  )
    return false;
  if (operation.by === undefined) return true;
  if (tableSize(subject, operationId) > combinationLimit) return false;
  return (decidedBy(subject, operationId).get(row.id) ?? []).some(({ state }) => state === 'absent');
}

/** What is missing, required and nullable is sent as null. */
function mayBeNull({ document }: LintSubject, schema: SchemaObject, name: string): boolean {
  const own = schemaProperty(document, schema, [name])?.schema;
  const types = [own, ...(own?.anyOf ?? []), ...(own?.oneOf ?? [])].flatMap((one) => one?.type ?? []);
  return types.includes('null');
}

function uncertain({ row }: DecideRow, what: string): Issue {
  return error('lint-body-uncertain', row.place, `${called(row)}: ${what}.`);
}
