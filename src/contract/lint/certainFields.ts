import { documentOperation } from '../../language/documentOperation.js';
import type { Effect, Resource } from '../../language/lifecycle.js';
import { bodyMediaType } from '../../table/requestPart.js';
import { propertyNames, requiredNames, schemaProperty } from '../../table/schemaProperty.js';
import { type ActingRow, actingRows, type LintSubject, type TabledRow } from './subject.js';

type Creation = Extract<Effect, { do: 'create' }>;

/**
 * The fields every record of a resource is sure to have, whichever row made it. `shownBy` is the row that shows it: where
 * that row makes the record itself, no other could have.
 */
export function certainFields(subject: LintSubject, name: string, shownBy: TabledRow): ReadonlySet<string> {
  const resource = subject.lifecycle.resources[name];
  if (!resource) return new Set();
  const all = creations(subject, name);
  const own = all.filter(({ tabled }) => tabled.row === shownBy.row);
  const perRow = (own.length > 0 ? own : all).map(({ tabled, effect }) => givenBy(subject, tabled, effect, name));
  const always = fixedFields(resource);
  // What every creating row gives; without such a row, records come from fixtures, which are the user's.
  const [first, ...others] = perRow;
  const given =
    first === undefined
      ? allFields(subject, resource)
      : [...first].filter((field) => others.every((fields) => fields.has(field)));
  const sure = new Set([...always, ...given]);
  const copied = Object.values(resource.refs).flatMap((ref) => (sure.has(ref.field) ? Object.keys(ref.copy) : []));
  const related = Object.entries(resource.refs).flatMap(([ref, { field }]) => (sure.has(field) ? [ref] : []));
  return new Set([...sure, ...copied, ...related]);
}

function fixedFields(resource: Resource): string[] {
  const { key, stamps, fields, computed, state } = resource;
  const stamped = [stamps.created, stamps.changed].flatMap((field) => field ?? []);
  return [key.field, ...stamped, ...Object.keys(fields), ...Object.keys(computed), ...(state ? [state.field] : [])];
}

function allFields({ document }: LintSubject, resource: Resource): string[] {
  return requiredNames(document, { $ref: resource.schema });
}

interface CreatingRow {
  readonly tabled: ActingRow;
  readonly effect: Creation;
}

function creations(subject: LintSubject, name: string): CreatingRow[] {
  return actingRows(subject).flatMap((tabled) =>
    tabled.row.effects.flatMap((effect) =>
      effect.do === 'create' && effect.resource === name ? [{ tabled, effect }] : [],
    ),
  );
}

/** What one creating row gives: what it sets, what is bound, and what the request's body must hold. */
function givenBy(
  subject: LintSubject,
  tabled: CreatingRow['tabled'],
  effect: Creation,
  name: string,
): ReadonlySet<string> {
  const set = Object.keys(effect.set);
  const own = tabled.table === 'decide' && tabled.on === name && effect.as === undefined;
  if (!own) return new Set(set);
  const refs = subject.lifecycle.resources[name]?.refs ?? {};
  const bound = Object.keys(tabled.operation.bind).flatMap((ref) =>
    refs[ref] && !refs[ref].optional ? [refs[ref].field] : [],
  );
  return new Set([...set, ...bound, ...certainInBody(subject, tabled.operationId)]);
}

function certainInBody({ document }: LintSubject, operationId: string): string[] {
  const operation = documentOperation(document, operationId);
  const media = operation && bodyMediaType(document, operation);
  const schema = media?.schema;
  if (!schema || !media.required) return [];
  const filled = propertyNames(document, schema).filter(
    (field) => schemaProperty(document, schema, [field])?.schema.default !== undefined,
  );
  return [...requiredNames(document, schema), ...filled];
}
