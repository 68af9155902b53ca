import type { LoadedContract } from '../engine/loadedContract.js';
import { createMock } from '../mock/createMock.js';
import type { Exchange, Mock } from '../mock/mock.js';
import { buildRequest } from '../request/buildRequest.js';
import type { Adapter, Report } from './adapter.js';
import type { DerivedCase } from './deriveCases.js';
import { judgeReport } from './judgeReport.js';
import { judgeState } from './judgeState.js';
import { judgeTraffic } from './judgeTraffic.js';
import type { Stage } from './stage.js';

/** One judged statement. The slug is the same whether it passes or fails. */
export interface Check {
  readonly slug: string;
  readonly verdict: 'pass' | 'fail' | 'warn';
  /** What a client must do, in a sentence. */
  readonly requirement: string;
  /** What was expected and what was seen; only where it did not pass. */
  readonly message?: string;
}

/** A case with its checks, and the exchanges they were judged by. */
export interface CaseResult {
  readonly case: DerivedCase;
  readonly client: string;
  readonly checks: readonly Check[];
  readonly exchanges: readonly Exchange[];
  readonly verdict: 'pass' | 'fail' | 'warn' | 'error';
  /** Why the case could not be judged; only with `error`. */
  readonly error?: string;
}

/** What the judges look at. */
export interface Evidence {
  readonly case: DerivedCase;
  readonly expectedRequest: { readonly method: string; readonly target: string };
  readonly exchanges: readonly Exchange[];
  readonly ownExists: boolean;
  readonly report: Report;
}

/** Takes an in-process client through one case, in a sandbox of its own, and judges it three ways. */
export async function runCase(derived: DerivedCase, contract: LoadedContract, adapter: Adapter): Promise<CaseResult> {
  const mock = createMock([contract], { fixtures: { [derived.provider]: {} }, pace: 'manual' });
  setStage(mock, derived.provider, derived.stage);
  const [provider] = mock.providers();
  const step = { provider: derived.provider, operation: derived.operation, values: derived.stage.request };
  const context = {
    baseUrl: `http://tombstone.test${provider?.basePath ?? ''}`,
    fetch: mock.fetch.bind(mock),
    credentials: provider?.credentials ?? {},
  };
  try {
    const report = await adapter.run(step, context);
    return judge(mock, derived, contract, adapter, report);
  } catch (error) {
    const message = `The adapter "${adapter.name}" threw: ${error instanceof Error ? error.message : String(error)}`;
    return {
      case: derived,
      client: adapter.name,
      checks: [],
      exchanges: mock.journal.list(),
      verdict: 'error',
      error: message,
    };
  }
}

/** Puts a case's records and switch settings into a sandbox. */
export function setStage(mock: Mock, provider: string, stage: Stage): void {
  for (const { resource, key, fields } of stage.records) mock.records.put({ provider, resource, key }, fields);
  mock.switches.set(provider, stage.switches);
}

function judge(
  mock: Mock,
  derived: DerivedCase,
  contract: LoadedContract,
  adapter: Adapter,
  report: Report,
): CaseResult {
  const { own, request } = derived.stage;
  const evidence: Evidence = {
    case: derived,
    expectedRequest: buildRequest(contract.compiled.document, derived.operation, request),
    exchanges: mock.journal.list(),
    ownExists: own !== undefined && mock.records.get({ provider: derived.provider, ...own }) !== undefined,
    report,
  };
  const checks = [...judgeTraffic(evidence), ...judgeState(evidence), ...judgeReport(evidence)];
  const worst = (['fail', 'warn'] as const).find((verdict) => checks.some((check) => check.verdict === verdict));
  return { case: derived, client: adapter.name, checks, exchanges: evidence.exchanges, verdict: worst ?? 'pass' };
}
