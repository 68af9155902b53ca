import type { CaseResult, RunReport } from '../../conformance/index.js';
import { type CaseState, stateOf } from '../matrix.js';

/** What the page's script makes the details of a case from. */
export interface PageData {
  /** The cases of each client. */
  readonly runs: readonly (readonly PageCase[])[];
}

/** A case, and what it is shown as. */
export type PageCase = CaseResult & { readonly state: CaseState; readonly sign: string; readonly stateWord: string };

/** A word for each state a case or a cell is shown as. */
export const stateWords: Readonly<Record<CaseState, string>> = {
  pass: 'passed',
  fail: 'failed',
  known: 'failed as expected',
  unsupported: 'unsupported',
  error: 'not judged',
  warn: 'passed with a warning',
  info: 'passed with a note',
};

export function pageData(reports: readonly RunReport[], signs: Readonly<Record<CaseState, string>>): PageData {
  return {
    runs: reports.map(({ cases }) =>
      cases.map((one) => {
        const state = stateOf(one);
        return { ...one, state, sign: signs[state], stateWord: stateWords[state] };
      }),
    ),
  };
}
