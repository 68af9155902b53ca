import { type ErrorCode, TombstoneError } from '../errors.js';
import type { Place } from '../language/lifecycle.js';

/** One thing found in a contract's files. */
export interface Issue {
  readonly code: ErrorCode;
  /** `error`: the contract cannot be used; `warning`: it can, but probably says what was not meant; `note`: worth knowing. */
  readonly severity: 'error' | 'warning' | 'note';
  /** What was seen, what was expected, what to do. */
  readonly message: string;
  readonly place: Place;
}

/** Finds where a path of the merged document is written; of a path that does not exist, its deepest known ancestor. */
export type PlaceOf = (segments: readonly (string | number)[]) => Place;

/** A contract that cannot be used, with everything that is wrong with it. */
export class ContractError extends TombstoneError {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super('contract-invalid', issues.map(formatIssue).join('\n'));
    this.issues = issues;
  }
}

/** `file:line:column: message [code]`, the form editors and terminals make a link of. */
export function formatIssue(issue: Issue): string {
  const { file, line, column } = issue.place;
  const severity = issue.severity === 'error' ? '' : `${issue.severity}: `;
  return `${file}:${line}:${column}: ${severity}${issue.message} [${issue.code}]`;
}
