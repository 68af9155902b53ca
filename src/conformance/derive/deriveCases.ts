import type { Citation, Facets, ReportWord, Row } from '../../language/lifecycle.js';
import { indistinguishable } from '../../table/indistinguishable.js';
import { reportWords } from '../../table/reportWords.js';
import type { Situation } from '../../table/situation.js';
import { situationsOf } from '../../table/situationsOf.js';
import { acceptedWords } from './acceptedWords.js';
import { type Stage, type StageSource, stageFor } from './stage.js';

/** One story a client is taken through, derived from one row of a decision table. */
export interface DerivedCase {
  /** `provider/operation/row`, and what tells it from the row's other cases: `…/not-final/TRANSCODING`. Stable. */
  readonly id: string;
  readonly provider: string;
  readonly operation: string;
  readonly rule: string;
  readonly basis: Facets;
  readonly citations: readonly Citation[];
  readonly situation: Situation;
  readonly stage: Stage;
  readonly expect: {
    readonly status: number;
    /** What a client may truthfully report; empty where the row says nothing about deleting. */
    readonly words: readonly ReportWord[];
    /** What has become of the own record afterwards. */
    readonly own: 'gone' | 'kept' | 'never there';
  };
}

/** The cases of every row of every operation: the first combination in which a row wins is its story's start. */
export function deriveCases(source: StageSource): readonly DerivedCase[] {
  const { lifecycle } = source.compiled;
  return Object.entries(lifecycle.operations).flatMap(([operation, { decide }]) =>
    decide.flatMap((row) => casesOfRow(source, operation, row)),
  );
}

function casesOfRow(source: StageSource, operationId: string, row: Row): DerivedCase[] {
  const { compiled } = source;
  const operation = compiled.lifecycle.operations[operationId];
  if (!operation) return [];
  const rule = `${compiled.id}/${operationId}/${row.id}`;
  const alike = indistinguishable(compiled, operationId).filter(({ rows }) => rows.includes(row.id));
  const situations = situationsOf(compiled, operationId, row.id);
  const names = situations.map(distinguish);
  return situations.map((situation, index) => ({
    id: uniqueId(rule, names, index),
    provider: compiled.id,
    operation: operationId,
    rule,
    basis: row.basis,
    citations: row.citations,
    situation,
    stage: stageFor(source, operationId, situation),
    expect: {
      status: row.reply.status,
      words: acceptedWords(reportWords(row, operation, situation), alike),
      own: ownAfterwards(row, situation),
    },
  }));
}

/** The state of the own record says most; the rest follows only where it is needed to tell cases apart. */
function distinguish({ state, switches, related, request }: Situation): readonly string[] {
  const settings = Object.entries(switches).map(([name, value]) => `${name}:${value}`);
  const others = Object.entries(related).map(
    ([name, word]) => `${name}:${typeof word === 'string' ? word : word.join('+') || 'none'}`,
  );
  const asked = Object.entries(request).map(
    ([name, seen]) => `${name.split(/[./]/).at(-1)}:${'value' in seen ? String(seen.value) : seen.word}`,
  );
  return [...(state === undefined ? [] : [state]), ...others, ...asked, ...settings];
}

function uniqueId(rule: string, names: readonly (readonly string[])[], index: number): string {
  const own = names[index] ?? [];
  for (let length = Math.min(1, own.length); length <= own.length; length += 1) {
    const start = own.slice(0, length).join('/');
    if (names.filter((other) => other.slice(0, length).join('/') === start).length === 1)
      return length === 0 ? rule : `${rule}/${start}`;
  }
  return `${rule}/${[...own, index].join('/')}`;
}

function ownAfterwards(row: Row, situation: Situation): DerivedCase['expect']['own'] {
  if (situation.state === undefined || situation.state === 'absent') return 'never there';
  return row.effects.some((effect) => effect.do === 'delete' && effect.path.length === 0) ? 'gone' : 'kept';
}
