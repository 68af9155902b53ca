import type { NamedFunctions } from '../../engine/functions.js';
import type { CompiledContract } from '../../language/compiledContract.js';
import type { EnterRow, FailureRow, Lifecycle, Operation, Row } from '../../language/lifecycle.js';
import type { OpenApiDocument } from '../../language/openapi.js';
import type { Issue, PlaceOf } from '../issue.js';

/** What the rules of lint look at. */
export interface LintSubject {
  readonly document: OpenApiDocument;
  readonly lifecycle: Lifecycle;
  readonly functions: NamedFunctions;
  readonly placeOf: PlaceOf;
}

/** A rule of lint: finds one kind of mistake. */
export type LintRule = (subject: LintSubject) => readonly Issue[];

/** A row with the table it stands in. */
export type TabledRow =
  | {
      readonly table: 'decide';
      readonly row: Row;
      readonly operationId: string;
      readonly operation: Operation;
      readonly on?: string;
    }
  | { readonly table: 'failures'; readonly row: FailureRow; readonly operationId?: string }
  | { readonly table: 'enter'; readonly row: EnterRow; readonly on: string; readonly state: string };

export function subjectOf(compiled: CompiledContract, functions: NamedFunctions, placeOf: PlaceOf): LintSubject {
  return { document: compiled.document, lifecycle: compiled.lifecycle, functions, placeOf };
}

/** Every decision row, with its operation. */
export function decideRows({ lifecycle }: LintSubject): Extract<TabledRow, { table: 'decide' }>[] {
  return Object.entries(lifecycle.operations).flatMap(([operationId, operation]) =>
    operation.decide.map((row) => ({
      table: 'decide' as const,
      row,
      operationId,
      operation,
      ...(operation.on === undefined ? {} : { on: operation.on }),
    })),
  );
}

/** Every failure row: the provider's, then each operation's own. */
export function failureRowsOf({ lifecycle }: LintSubject): Extract<TabledRow, { table: 'failures' }>[] {
  const own = Object.entries(lifecycle.operations).flatMap(([operationId, operation]) =>
    operation.failures.map((row) => ({ table: 'failures' as const, row, operationId })),
  );
  return [...lifecycle.failures.map((row) => ({ table: 'failures' as const, row })), ...own];
}

/** Every row run on entering a state. */
export function enterRows({ lifecycle }: LintSubject): Extract<TabledRow, { table: 'enter' }>[] {
  return Object.entries(lifecycle.resources).flatMap(([on, resource]) =>
    Object.entries(resource.state?.enter ?? {}).flatMap(([state, rows]) =>
      rows.map((row) => ({ table: 'enter' as const, row, on, state })),
    ),
  );
}

/** A row that acts on records. */
export type ActingRow = Exclude<TabledRow, { table: 'failures' }>;

/** Rows that act on records; those on an unknown resource are left out, for nothing in them could be resolved. */
export function actingRows(subject: LintSubject): ActingRow[] {
  const known = Object.keys(subject.lifecycle.resources);
  return [...decideRows(subject), ...enterRows(subject)].filter(({ on }) => on === undefined || known.includes(on));
}

/** All rows of all tables. */
export function allRows(subject: LintSubject): TabledRow[] {
  return [...actingRows(subject), ...failureRowsOf(subject)];
}

/** How a message calls a row. A row that a switch map was expanded from is called by its name in the file. */
export function called({ id }: { readonly id: string }): string {
  return `Row "${writtenId(id)}"`;
}

/** The id a row has in the file, before a switch map was expanded. */
export function writtenId(id: string): string {
  return id.replace(/@[^@]*$/, '');
}
