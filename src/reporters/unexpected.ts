import type { CaseResult } from '../conformance/index.js';

/** Does a case fail, and no baseline says that it may? */
export function isUnexpectedFailure({ verdict, standing }: CaseResult): boolean {
  return verdict === 'fail' && standing !== 'expected' && standing !== 'flaky';
}
