import { findExample } from '../language/findExample.js';
import type { Reply, ReportWord, Row, When } from '../language/lifecycle.js';
import type { TableSource } from './domains.js';
import { reportWords } from './reportWords.js';

/** Two rows of an operation that a client cannot tell apart. */
export interface IndistinguishableRows {
  readonly rows: readonly [string, string];
  /** The report words of each; where they are equal, being unable to tell does no harm. */
  readonly words: readonly [readonly ReportWord[], readonly ReportWord[]];
}

/**
 * The pairs of rows that answer with the same status and the same example or body, and can both decide under one
 * setting of the switches.
 */
export function indistinguishable(source: TableSource, operationId: string): readonly IndistinguishableRows[] {
  const operation = source.lifecycle.operations[operationId];
  if (!operation) return [];
  const answers = operation.decide.map((row) => ({ row, answer: answerOf(source, operationId, row.reply) }));
  return answers.flatMap(({ row, answer }, index) =>
    answers
      .slice(index + 1)
      .filter((other) => other.answer === answer && settingsMeet(row.when, other.row.when))
      .map(
        ({ row: other }): IndistinguishableRows => ({
          rows: [row.id, other.id],
          words: [reportWords(row, operation), reportWords(other, operation)],
        }),
      ),
  );
}

/** The word sets two rows allow are the same, in whatever order. */
export function sameWords([one, other]: IndistinguishableRows['words']): boolean {
  return one.length === other.length && one.every((word) => other.includes(word));
}

function answerOf({ document }: TableSource, operationId: string, { status, example, body }: Reply): string {
  const text =
    example === undefined ? undefined : (findExample(document, operationId, status, example)?.value ?? example);
  return JSON.stringify([status, text ?? body ?? null]);
}

function settingsMeet(one: Row['when'], other: When): boolean {
  return Object.entries(one.switch ?? {}).every(([name, values]) => {
    const others = other.switch?.[name];
    return others === undefined || values.some((value) => others.includes(value));
  });
}
