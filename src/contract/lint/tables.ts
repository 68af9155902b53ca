import type { Place } from '../../language/lifecycle.js';
import {
  type Analysis,
  analyse,
  analyseEnter,
  possibleSituations,
  statesLike,
  tableSize,
} from '../../table/analyse.js';
import { describe, essence } from '../../table/describe.js';
import type { ShadowedRow } from '../../table/firstMatch.js';
import { combinationLimit } from '../../table/situations.js';
import type { Issue } from '../issue.js';
import { error, warning } from './finding.js';
import { decideRows, type LintRule, type LintSubject, writtenId } from './subject.js';

/** Every decision table decides every situation, and every row decides some. */
export const tablesAreTotal: LintRule = (subject) =>
  Object.entries(subject.lifecycle.operations).flatMap(([id, { decide, place }]) => {
    const size = tableSize(subject, id);
    if (size > combinationLimit) {
      const message = `The table of ${id} has ${size} combinations; ${combinationLimit} are allowed. Ask about fewer things, or move a question into a named guard function.`;
      return [error('lint-table-too-large', place, message)];
    }
    const analysis = analyse(subject, id);
    return [...undecided(subject, id, analysis, place), ...unreachable(id, decide, analysis.shadowed)];
  });

/** Every row run on entering a state is run somewhere. */
export const entryRowsAreReached: LintRule = (subject) =>
  Object.entries(subject.lifecycle.resources).flatMap(([name, { state }]) =>
    Object.entries(state?.enter ?? {}).flatMap(([entered, rows]) =>
      unreachable(`${name}, on entering ${entered},`, rows, analyseEnter(subject, name, entered).shadowed),
    ),
  );

/** A row that deletes the record lists the states it deletes in. */
export const deletionsListStates: LintRule = (subject) =>
  decideRows(subject).flatMap(({ row, on, operationId, operation }) => {
    const deletes = row.effects.some((effect) => effect.do === 'delete' && effect.path.length === 0);
    const hasStates = subject.lifecycle.resources[on ?? '']?.state !== undefined;
    const lists = row.when.state !== undefined && !row.when.state.includes('present');
    if (!deletes || !hasStates || lists || operation.by === undefined) return [];
    const message = `Row "${row.id}" of ${operationId} deletes whatever the state is; list the states, so that a new one does not become deletable unnoticed.`;
    return [warning('lint-delete-any-state', row.place, message)];
  });

function undecided(subject: LintSubject, id: string, analysis: Analysis, place: Place): Issue[] {
  const first = essence(analysis.undecided, possibleSituations(subject, id));
  if (!first) return [];
  const states = first.state === undefined ? [] : statesLike(subject, id, first.state);
  const message = `No row of ${id} decides where ${describe(first, states)}; add a row for it, or a last row without \`when\`.`;
  return [error('lint-not-total', place, message)];
}

/** Rows that one switch map was expanded into are reported together where none of them is reached. */
export function unreachable(
  table: string,
  rows: readonly { readonly id: string; readonly place: Place }[],
  shadowed: readonly ShadowedRow[],
): Issue[] {
  const dead = new Map(shadowed.map((row) => [row.id, row]));
  const issues = new Map<string, Issue>();
  for (const { id, place } of rows) {
    const row = dead.get(id);
    if (!row) continue;
    const family = rows.filter((other) => writtenId(other.id) === writtenId(id));
    const name = family.every((other) => dead.has(other.id)) ? writtenId(id) : id;
    if (!issues.has(name))
      issues.set(
        name,
        error('lint-unreachable-row', place, `Row "${name}" of ${table} is never reached: ${because(row)}.`),
      );
  }
  return [...issues.values()];
}

function because({ by }: ShadowedRow): string {
  if (by.length === 0) return 'its guard holds nowhere; mend the guard, or remove the row';
  const names = [...new Set(by.map((id) => `"${writtenId(id)}"`))].join(' and ');
  return `wherever it holds, ${names} decides first; move it up, or narrow what stands before it`;
}
