import { decidedBy, tableSize } from '../../table/analyse.js';
import { holds } from '../../table/holds.js';
import type { Situation } from '../../table/situation.js';
import { combinationLimit } from '../../table/situations.js';
import type { Issue } from '../issue.js';
import { inReply, recordUses } from './expressionUses.js';
import { error } from './finding.js';
import { called, decideRows, type LintRule, type LintSubject } from './subject.js';

type DecideRow = ReturnType<typeof decideRows>[number];

/** `$record` and effects stand only where there is a record, `$missing` only where something is missing. */
export const recordsAreThere: LintRule = (subject) => {
  const ids = Object.keys(subject.lifecycle.operations).filter((id) => tableSize(subject, id) <= combinationLimit);
  const decided = new Map(ids.map((id) => [id, decidedBy(subject, id)]));
  return decideRows(subject).flatMap((tabled) => {
    const situations = decided.get(tabled.operationId)?.get(tabled.row.id) ?? [];
    // A row that never decides is reported as such.
    return situations.length === 0
      ? []
      : [...ownRecord(subject, tabled, situations), ...missing(subject, tabled, situations)];
  });
};

function ownRecord(subject: LintSubject, tabled: DecideRow, situations: readonly Situation[]): Issue[] {
  const { row, operation, operationId } = tabled;
  const made = row.effects.some(
    (effect) => effect.do === 'create' && effect.resource === tabled.on && effect.as === undefined,
  );
  const mayBeAbsent = operation.by === undefined || situations.some(({ state }) => state === 'absent');
  if (made || !mayBeAbsent) return [];
  const why =
    operation.by === undefined
      ? `${operationId} finds none by key and this row makes none`
      : 'it also decides where the record is absent';
  const [used] = recordUses(subject, tabled);
  if (used)
    return [
      error(
        'lint-no-record',
        row.place,
        `${called(row)} uses "${used.text}", but ${why}; exclude \`absent\`, or do not use it.`,
      ),
    ];
  const changes = row.effects.find((effect) => effect.do !== 'create' && !('on' in effect && effect.on !== undefined));
  if (!changes) return [];
  return [
    error(
      'lint-no-record',
      row.place,
      `${called(row)} has the effect \`${changes.do}\` on the record, but ${why}; exclude \`absent\`, or remove the effect.`,
    ),
  ];
}

function missing(subject: LintSubject, { row, operationId }: DecideRow, situations: readonly Situation[]): Issue[] {
  const used = inReply(subject, operationId, row).find(({ expression }) => expression?.from === 'missing');
  if (!used || situations.some(somethingMissing)) return [];
  const message = `${called(row)} of ${operationId} uses "${used.text}", but nothing is missing where it decides; use $record, or include \`absent\` in the guard.`;
  return [error('lint-misplaced-expression', row.place, message)];
}

function somethingMissing(situation: Situation): boolean {
  return holds({ state: ['absent'] }, situation) || Object.values(situation.related).includes('absent');
}
