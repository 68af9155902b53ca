import { parseExpression } from '../../language/expression.js';
import type { Value, WhereRow } from '../../language/lifecycle.js';
import { statesOf } from '../../table/domains.js';
import { closedValues, type RequestPart, requestPart } from '../../table/requestPart.js';
import type { Issue } from '../issue.js';
import { hasField } from './fields.js';
import { error, unlessKnown } from './finding.js';
import { called, decideRows, type LintRule, type LintSubject } from './subject.js';

type DecideRow = ReturnType<typeof decideRows>[number];

/** Lists filter and sort by fields that exist, and compare with inputs of the right kind. */
export const listsFit: LintRule = (subject) =>
  decideRows(subject).flatMap((tabled) => {
    const { list } = tabled.row;
    if (!list) return [];
    return [
      ...states(subject, tabled),
      ...list.where.flatMap((row) => filter(subject, tabled, row)),
      ...sorting(subject, tabled),
    ];
  });

function states({ lifecycle }: LintSubject, { row, on }: DecideRow): Issue[] {
  const resource = lifecycle.resources[on ?? ''];
  const known = resource?.state ? statesOf(resource) : [];
  return (row.list?.state ?? []).flatMap((state) =>
    unlessKnown(row.place, `${called(row)} lists the state`, state, `${on} has`, known),
  );
}

function filter(subject: LintSubject, tabled: DecideRow, where: WhereRow): Issue[] {
  if ('call' in where) return [];
  const { field, operator, value } = where;
  const wanted = operator === 'has' || operator === 'in';
  const part = wanted ? inputPart(subject, tabled, value) : undefined;
  const isList = part === undefined || [part.schema.type ?? 'array'].flat().includes('array');
  return [
    ...unknownField(subject, tabled, field, 'filters by'),
    ...(isList
      ? []
      : [
          misfit(
            tabled,
            `compares ${field} by \`${operator}\` with ${String(value)}, which is no list; declare the parameter as an array, or write \`equals\``,
          ),
        ]),
  ];
}

function sorting(subject: LintSubject, tabled: DecideRow): Issue[] {
  const { sort } = tabled.row.list ?? {};
  if (!sort) return [];
  const orders = textsOf(subject, tabled, sort.order).filter((word) => word !== 'asc' && word !== 'desc');
  return [
    ...textsOf(subject, tabled, sort.by).flatMap((field) => unknownField(subject, tabled, field, 'can be sorted by')),
    ...orders.map((word) => misfit(tabled, `can be asked for the order "${word}"; orders are asc and desc`)),
  ];
}

function unknownField(subject: LintSubject, tabled: DecideRow, field: string, verb: string): Issue[] {
  const resource = subject.lifecycle.resources[tabled.on ?? ''];
  if (resource && hasField(subject, resource, field.split('/'))) return [];
  return [
    misfit(
      tabled,
      `${verb} the field "${field}", which ${tabled.on ?? 'no resource'} does not have; name one of its fields`,
    ),
  ];
}

/** The words a value can be: itself, or those the schema of the input leaves a choice of. */
function textsOf(subject: LintSubject, tabled: DecideRow, value: Value): readonly string[] {
  if (typeof value === 'string' && !value.startsWith('$')) return [value];
  const part = inputPart(subject, tabled, value);
  return (part && closedValues(part.schema)?.filter((word) => typeof word === 'string')) ?? [];
}

function inputPart({ document }: LintSubject, { operationId }: DecideRow, value: Value): RequestPart | undefined {
  if (typeof value !== 'string' || !value.startsWith('$')) return undefined;
  const from = parseExpression(value)?.from;
  return from === 'request' || from === 'body' ? requestPart(document, operationId, value) : undefined;
}

function misfit({ row }: DecideRow, what: string): Issue {
  return error('lint-list-field', row.place, `${called(row)} ${what}.`);
}
