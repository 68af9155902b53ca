import {
  type CaseResult,
  type CaseVerdict,
  type Check,
  type ClientInfo,
  type Counts,
  type DerivedCase,
  deriveCases,
  type ExitStatus,
  type Json,
  type Outcome,
  type ReportedExchange,
  type RunReport,
  setStage,
} from '../../../src/conformance/index.js';
import { levelOf } from '../../../src/conformance/result.js';
import { loadContract } from '../../../src/contract/loadContract.js';
import type { Contract } from '../../../src/engine/contract.js';
import { linkLoaded } from '../../../src/engine/linkLoaded.js';
import type { LoadedContract } from '../../../src/engine/loadedContract.js';
import { createMock } from '../../../src/mock/createMock.js';
import type { Exchange, Mock } from '../../../src/mock/mock.js';
import { buildRequest } from '../../../src/request/buildRequest.js';
import { signRequest } from '../../../src/request/signRequest.js';

/** What a client makes of one case of its own; what it leaves out is as a good client does it. */
export interface Deviation {
  readonly outcome?: Outcome;
  /** Checks besides those every case has. */
  readonly checks?: readonly Check[];
  readonly verdict?: Extract<CaseVerdict, 'unsupported' | 'error'>;
  readonly message?: string;
  readonly issue?: string;
  readonly standing?: CaseResult['standing'];
  readonly output?: CaseResult['output'];
}

export interface SampleOptions {
  readonly providers?: readonly string[];
  readonly client?: ClientInfo;
  /** Cases whose id does not match are left out. */
  readonly select?: RegExp;
  readonly deviate?: (one: DerivedCase) => Deviation;
  readonly problems?: readonly string[];
  readonly exitStatus?: ExitStatus;
}

const startedAt = '2026-11-25T12:00:00.000Z';

/**
 * A report with real cases: their titles, sources and exchanges are those of the contracts, answered by a real sandbox.
 * The clients are made up.
 */
export async function sampleRun(options: SampleOptions = {}): Promise<RunReport> {
  const { providers = ['huawei-mpc'], select = /./, deviate = () => ({}), problems = [] } = options;
  const played = (await Promise.all(providers.map(play))).flat();
  const cases = played
    .filter(({ one }) => select.test(one.id))
    .map(({ contract, one, exchanges }) => resultOf(contract, one, exchanges, deviate(one)));
  const counts = countCases(cases);
  return {
    format: 1,
    tombstone: '0.1.0',
    suite: '2026-11',
    seed: 1,
    client: options.client ?? { name: 'acme-py', version: '2.1.0', language: 'python' },
    rung: 'session',
    providers,
    startedAt,
    durationMs: 812,
    cases,
    counts,
    problems,
    exitStatus: options.exitStatus ?? exitStatusOf(counts),
  };
}

interface Played {
  readonly contract: LoadedContract;
  readonly one: DerivedCase;
  readonly exchanges: readonly Exchange[];
}

const playedBefore = new Map<string, Promise<readonly Played[]>>();

/** Each case of a provider, and what a good client's call is answered with; worked out once. */
function play(provider: string): Promise<readonly Played[]> {
  const played = playedBefore.get(provider) ?? playAll(provider);
  playedBefore.set(provider, played);
  return played;
}

async function playAll(provider: string): Promise<readonly Played[]> {
  const contract = await loadContract(provider);
  const linked = linkLoaded(contract);
  const mock = createMock([contract], { fixtures: { [provider]: {} }, wallTime: () => Date.parse(startedAt) });
  return deriveCases(contract).map((one) => ({ contract, one, exchanges: exchangesOf(linked, mock, one) }));
}

function exchangesOf(contract: Contract, mock: Mock, { operation, provider, stage }: DerivedCase): Exchange[] {
  mock.reset();
  setStage(mock, provider, stage);
  const built = buildRequest(contract.compiled.document, operation, stage.request);
  const headers = { host: '127.0.0.1:41007', ...built.headers };
  mock.handle(signRequest(contract, operation, { ...built, headers }, Date.parse(startedAt)));
  return [...mock.journal.list()];
}

function reported({ request, response, operation, rule, explanation }: Exchange, index: number): ReportedExchange {
  return {
    ms: index + 0.4,
    request,
    response,
    ...(operation === undefined ? {} : { operation }),
    ...(rule === undefined ? {} : { rule }),
    ...(explanation === undefined ? {} : { explanation }),
  };
}

function resultOf(
  { compiled }: LoadedContract,
  one: DerivedCase,
  exchanges: readonly Exchange[],
  { outcome, checks = [], verdict, message, issue, standing, output }: Deviation,
): CaseResult {
  const judged = verdict === undefined ? [...checksOf(one, outcome), ...checks] : [];
  const { path, query, header } = one.stage.request;
  return {
    id: one.id,
    title: titleOf(one),
    provider: one.provider,
    kind: 'decision',
    rule: one.rule,
    basis: one.basis,
    sources: one.citations.flatMap(({ source, place }) => {
      const known = compiled.lifecycle.sources[source];
      return known ? [{ ...known, ...(place === undefined ? {} : { place }) }] : [];
    }),
    verdict: verdict ?? worst(judged),
    ...(standing === undefined ? {} : { standing }),
    checks: judged,
    steps: [
      {
        operation: one.operation,
        parameters: { ...path, ...query, ...header } as Record<string, Json>,
        ...(verdict === undefined ? { outcome: outcome ?? goodOutcome(one) } : {}),
      },
    ],
    exchanges: verdict === undefined ? exchanges.map(reported) : [],
    ...(message === undefined ? {} : { message }),
    ...(issue === undefined ? {} : { issue }),
    ...(output === undefined ? {} : { output }),
    replay: `npx --no tombstone replay '${one.id}' -- python3 shim.py`,
    durationMs: 3,
  };
}

function titleOf({ operation, situation, expect }: DerivedCase): string {
  const state = situation.state === undefined ? '' : ` of a record that is ${situation.state}`;
  return `${operation}${state} is answered with ${expect.status}`;
}

function goodOutcome({ expect: { words, status } }: DerivedCase): Outcome {
  const [word] = words;
  return { ...(word === undefined ? {} : { outcome: word }), status };
}

function checksOf({ basis, expect: { words, status, own } }: DerivedCase, outcome: Outcome | undefined): Check[] {
  const told = outcome?.outcome ?? words[0];
  const isRight = told === undefined || words.length === 0 || words.includes(told);
  const level = levelOf(basis.status);
  const verdict = { must: 'fail', should: 'warn', may: 'info' } as const;
  return [
    {
      slug: 'traffic.one-request',
      judge: 'traffic',
      level: 'must',
      verdict: 'pass',
      requirement: 'A client sends one request for one call.',
    },
    {
      slug: 'state.as-documented',
      judge: 'state',
      level: levelOf(basis.effect),
      verdict: 'pass',
      requirement: `Afterwards the record is ${own}.`,
    },
    {
      slug: 'report.outcome',
      judge: 'report',
      level,
      verdict: isRight ? 'pass' : verdict[level],
      requirement: 'A client tells its caller what became of the record.',
      ...(isRight ? {} : { expected: words.join(' or '), observed: `"${told}", after status ${status}` }),
    },
  ];
}

const worstFirst = ['fail', 'warn', 'info'] as const;

function worst(checks: readonly Check[]): CaseVerdict {
  return worstFirst.find((verdict) => checks.some((check) => check.verdict === verdict)) ?? 'pass';
}

function countCases(cases: readonly CaseResult[]): Counts {
  const of = (verdict: CaseVerdict) => cases.filter((one) => one.verdict === verdict).length;
  const standing = (word: CaseResult['standing']) => cases.filter((one) => one.standing === word).length;
  return {
    total: cases.length,
    pass: of('pass'),
    fail: of('fail'),
    warn: of('warn'),
    info: of('info'),
    unsupported: of('unsupported'),
    error: of('error'),
    expected: standing('expected'),
    stale: standing('stale'),
    flaky: standing('flaky'),
  };
}

function exitStatusOf({ fail, expected, stale, total }: Counts): ExitStatus {
  if (total === 0) return 2;
  return fail > expected || stale > 0 ? 1 : 0;
}
