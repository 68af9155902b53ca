import type { Issue } from '../contract/issue.js';
import type { Paint } from './paint.js';
import { printable } from './printable.js';

/** How many issues there are of each severity. */
export interface IssueCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

export function countIssues(issues: readonly Issue[]): IssueCounts {
  const count = (severity: Issue['severity']) => issues.filter((issue) => issue.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), notes: count('note') };
}

/** `file:line:column: severity message [code]`: editors and terminals make a link of its beginning. */
export function issueLine({ severity, message, code, place }: Issue, paint: Paint): string {
  const colour = { error: paint.red, warning: paint.yellow, note: paint.cyan }[severity];
  const where = `${place.file}:${place.line}:${place.column}`;
  return `${paint.bold(where)}: ${colour(severity)} ${printable(message)} ${paint.dim(`[${code}]`)}`;
}

/** The last line of `lint`. */
export function lintSummary(contracts: number, { errors, warnings, notes }: IssueCounts, paint: Paint): string {
  const text = `${count(contracts, 'contract')}: ${count(errors, 'error')}, ${count(warnings, 'warning')}, ${count(notes, 'note')}.`;
  return errors > 0 ? paint.red(text) : paint.green(text);
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
