import type { CaseResult, RunReport } from '../../src/conformance/index.js';
import type { ExampleResult } from './exampleResults.js';
import type { DocumentedCall } from './gallery.js';

/** What one run says of an example: the checks on what it does after a success and a refusal, and the statuses it got. */
export interface ExampleSummary {
  readonly success: number;
  readonly refusal: number;
  readonly result: ExampleResult;
}

/**
 * Reduces a report to the two cases of a call.
 *
 * @throws Error where the example never made the call or the case is no refusal, so that nothing can be said of it
 */
export function summarizeExample({ cases }: RunReport, call: DocumentedCall): ExampleSummary {
  const succeeded = judged(cases, `${call.operation}/${call.success}`);
  const refused = judged(cases, `${call.operation}/${call.refusal}`);
  const survives = passes(succeeded, 'accepts-an-empty-success');
  const notices = passes(refused, 'notices-the-refusal');
  if (notices === undefined) throw new Error(`${refused.id} is no refusal: it is not judged by notices-the-refusal.`);
  return {
    success: statusOf(succeeded),
    refusal: statusOf(refused),
    result: {
      ...(survives === undefined ? {} : { survivesNoContent: survives }),
      noticesTheRefusal: notices,
    },
  };
}

function judged(cases: readonly CaseResult[], id: string): CaseResult {
  const found = cases.find((one) => one.id === id);
  if (found === undefined) throw new Error(`The report has no case ${id}.`);
  if (passes(found, 'sends-the-operation') !== true)
    throw new Error(`${id}: the example did not make the call. ${found.message ?? ''} ${found.output?.stderr ?? ''}`);
  return found;
}

function passes({ checks }: CaseResult, slug: string): boolean | undefined {
  const check = checks.find((one) => one.slug === slug);
  return check && check.verdict === 'pass';
}

function statusOf({ id, exchanges }: CaseResult): number {
  const status = exchanges.at(-1)?.response?.status;
  if (status === undefined) throw new Error(`${id}: there was no answer.`);
  return status;
}
