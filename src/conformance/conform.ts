import type { LoadedContract } from '../engine/loadedContract.js';
import { applyBaseline } from './baseline/applyBaseline.js';
import type { Baseline } from './baseline/baseline.js';
import { openNothing, openPort } from './places.js';
import { planRun } from './plan.js';
import type { CaseResult, RunReport } from './result.js';
import { makeReport } from './run/makeReport.js';
import { runSuite } from './run/runSuite.js';
import type { Rung } from './rung.js';
import type { Suite } from './suite.js';

/** How a client is judged. */
export interface ConformOptions {
  /** Patterns of case ids. Default: all cases. */
  readonly select?: readonly string[];
  /** The frozen requirement set that counts. Default: every case counts. */
  readonly suite?: Suite;
  readonly baseline?: Baseline;
  /** Seeds the sandboxes. Default 1. */
  readonly seed?: number;
  /** Milliseconds that a case may take before it is given up. Default 30 000. */
  readonly timeout?: number;
  /** The command line that takes the client through one case again, for reports. */
  readonly replay?: (id: string) => string;
  /** The version of this package, for reports. */
  readonly version?: string;
  readonly onPlan?: (total: number) => void;
  readonly onResult?: (result: CaseResult) => void;
}

/**
 * Takes a client through the cases of some contracts and judges it. The rung is left open.
 *
 * @throws TombstoneError `no-such-case`, `bad-story`
 */
export async function conform(
  contracts: readonly LoadedContract[],
  rung: Rung,
  options: ConformOptions = {},
): Promise<RunReport> {
  const { seed = 1, timeout = 30_000, suite, baseline, select = [], version = '', onPlan } = options;
  const startedAt = new Date();
  const { cases, knowledge, known } = await planRun(contracts, { select, ...(suite ? { suite } : {}) });
  onPlan?.(cases.length);
  const openPlace = rung.name === 'in-process' ? openNothing : openPort;
  // An unmodified program brings credentials of its own, and they are as good as any.
  const world = { seed, auth: rung.name === 'observe' ? 'any' : 'verify' } as const;
  const replay = options.replay ?? ((id: string) => id);
  const outcome = await runSuite(cases, knowledge, { rung, world, timeout, openPlace, replay }, options.onResult);
  return makeReport(
    outcome,
    rung,
    {
      tombstone: version,
      suite: suite?.version ?? 'next',
      seed,
      providers: contracts.map(({ compiled }) => compiled.id),
      startedAt: startedAt.toISOString(),
      durationMs: Date.now() - startedAt.getTime(),
    },
    baseline && applyBaseline(outcome.results, baseline, known),
  );
}
