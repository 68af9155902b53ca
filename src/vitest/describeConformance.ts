import type { Adapter } from '../conformance/index.js';
import { verdictText } from './verdictText.js';

/** Which cases a client is taken through. */
export interface DescribeConformanceOptions {
  /** Names of bundled providers, or contract folders. */
  readonly providers: readonly string[];
  /** Patterns of case ids: `*` is one part, `**` any number. Default: all cases. */
  readonly select?: readonly string[];
  /** The frozen set of cases that count, or `next` for all there are. Default: the newest. */
  readonly suite?: string;
  /** Seeds the sandboxes. Default 1. */
  readonly seed?: number;
  /** Milliseconds that a case may take. Default 30 000. */
  readonly timeout?: number;
}

/**
 * Declares a vitest test for each conformance case of some providers: the client is judged as by `tombstone conform`, in
 * this process. Await it at the top level of a test file.
 *
 * A test fails where the client fails what it must; what the client cannot do is skipped, with its reason.
 *
 * @throws TombstoneError `unknown-provider`, `no-such-case`
 * @example
 * ```ts
 * await describeConformance(adapter, { providers: ['twelvelabs'], select: ['twelvelabs/deleteTask'] });
 * ```
 */
export async function describeConformance(adapter: Adapter, options: DescribeConformanceOptions): Promise<void> {
  // Only who judges a client needs the cases, and nobody needs vitest but inside of it.
  const { describe, it } = await import('vitest');
  const { inProcessJudge } = await import('../conformance/inProcessJudge.js');
  const { cases, judge } = await inProcessJudge(adapter, options);
  describe(`${adapter.name} conforms to ${options.providers.join(', ')}`, () => {
    for (const one of cases) {
      it(one.id, { timeout: (options.timeout ?? 30_000) + 1000 }, async ({ skip }) => {
        const result = await judge(one);
        if (result.verdict === 'unsupported') skip(result.message);
        if (result.verdict === 'fail' || result.verdict === 'error') throw new Error(verdictText(result));
      });
    }
  });
}
