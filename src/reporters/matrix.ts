import type { CaseResult, CaseVerdict, RunReport } from '../conformance/index.js';
import { distinctNames } from './clientText.js';
import { noOperation, operationOf, stories } from './operationOf.js';

/** What a case is shown as: its verdict, but for a failure that is expected, and for a pass that is not. */
export type CaseState = CaseVerdict | 'known';

export function stateOf({ verdict, standing }: CaseResult): CaseState {
  if (standing === 'stale') return 'fail';
  return verdict === 'fail' && standing !== undefined ? 'known' : verdict;
}

/** From the worst to the best: what several cases are shown as together. */
const worstFirst: readonly CaseState[] = ['error', 'fail', 'unsupported', 'known', 'warn', 'info', 'pass'];

/** The cases one client was taken through for one row. */
export interface Cell {
  readonly state: CaseState;
  /** How many of the cases passed, with a warning or a note or without. */
  readonly passed: number;
  readonly cases: readonly CaseResult[];
}

/** A rule, or a story; with a cell for each client, none where it was not tried. */
export interface MatrixRow {
  readonly name: string;
  readonly cells: readonly (Cell | undefined)[];
}

/** The rules of one operation. */
export interface MatrixGroup {
  readonly provider: string;
  readonly operation: string;
  readonly rows: readonly MatrixRow[];
  /** All rows together. */
  readonly cells: readonly (Cell | undefined)[];
}

/** Clients and what each made of every rule. */
export interface Matrix {
  readonly clients: readonly string[];
  readonly groups: readonly MatrixGroup[];
}

/** Puts runs side by side: a column for each, a row for each rule any of them has a case of. */
export function matrixOf(reports: readonly RunReport[]): Matrix {
  const groups = new Map<string, { provider: string; operation: string; rows: Map<string, CaseResult[][]> }>();
  for (const [client, { cases }] of reports.entries()) {
    for (const one of cases) {
      const operation = operationOf(one);
      const key = `${one.provider}/${operation}`;
      const group = groups.get(key) ?? { provider: one.provider, operation, rows: new Map() };
      groups.set(key, group);
      const name = rowName(one);
      const cells = group.rows.get(name) ?? reports.map(() => []);
      group.rows.set(name, cells);
      cells[client]?.push(one);
    }
  }
  return {
    clients: distinctNames(reports),
    groups: [...groups.values()].sort(byPlace).map(({ rows, ...names }) => ({
      ...names,
      rows: [...rows].map(([name, cells]) => ({ name, cells: cells.map(cellOf) })),
      cells: reports.map((_, client) => cellOf([...rows.values()].flatMap((cells) => cells[client] ?? []))),
    })),
  };
}

function cellOf(cases: readonly CaseResult[]): Cell | undefined {
  if (cases.length === 0) return undefined;
  const states = new Set(cases.map(stateOf));
  const passed = cases.filter((one) => ['pass', 'warn', 'info'].includes(stateOf(one))).length;
  return { state: worstFirst.find((state) => states.has(state)) ?? 'error', passed, cases };
}

/** The row of a table, or the story, without what its group says already. */
function rowName({ rule, kind, id, provider }: CaseResult): string {
  const name = kind === 'story' || rule === undefined ? id : rule;
  const parts = name.split('/');
  if (parts[0] === provider) parts.shift();
  return (kind !== 'story' && parts.length > 1 ? parts.slice(1) : parts).join('/');
}

const lastOfAll = [noOperation, stories];

/** Operations in the order of the runs; what is of no operation comes last of its provider. */
function byPlace(a: { provider: string; operation: string }, b: { provider: string; operation: string }): number {
  if (a.provider !== b.provider) return a.provider < b.provider ? -1 : 1;
  return lastOfAll.indexOf(a.operation) - lastOfAll.indexOf(b.operation);
}
