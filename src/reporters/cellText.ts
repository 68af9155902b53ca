import type { CaseState, Cell } from './matrix.js';
import { verdictSigns } from './words.js';

/** A sign for each state of a cell, so that no colour is needed to tell them apart. */
export const stateSigns: Readonly<Record<CaseState, string>> = { ...verdictSigns, known: '~' };

/** `✓ 12/12`; a dash where nothing was tried. */
export function cellText(cell: Cell | undefined): string {
  if (!cell) return '–';
  return `${stateSigns[cell.state]} ${cell.passed}/${cell.cases.length}`;
}
