import type { CaseResult } from '../conformance/index.js';

/** What cases stand under that are of no one operation. */
export const stories = 'stories';
export const noOperation = 'no operation';

/** The operation a case is about: its rule's, or the only one its steps call; a story goes through several. */
export function operationOf({ rule, kind, steps }: CaseResult): string {
  const [, operation, ...row] = rule?.split('/') ?? [];
  if (operation !== undefined && row.length > 0) return operation;
  if (kind === 'story') return stories;
  const [only, ...others] = new Set(steps.map((step) => step.operation));
  return only !== undefined && others.length === 0 && rule === undefined ? only : noOperation;
}
