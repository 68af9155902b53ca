import { basePath } from '../../engine/basePath.js';
import type { Mock } from '../../mock/mock.js';
import type { Case } from '../case.js';
import { judge } from '../judges/judge.js';
import type { ContractKnowledge } from '../know/contractKnowledge.js';
import type { CaseResult, CaseVerdict, Check } from '../result.js';
import type { Rung, RungAnswer } from '../rung.js';
import { gatherEvidence } from './gatherEvidence.js';
import { givenCredentials } from './givenCredentials.js';
import { openWorld, type WorldOptions } from './openWorld.js';
import { reportedExchange } from './reportedExchange.js';
import { sourcesOf } from './sourcesOf.js';
import { subjectOf } from './subjectOf.js';
import { toMessage, toStep } from './toMessage.js';
import { holdsRecord, trackWorld } from './trackWorld.js';

/** Where a sandbox can be reached, until it is closed. */
export interface OpenedPlace extends AsyncDisposable {
  readonly origin: string;
}

/** What every case of a run has in common. */
export interface RunContext {
  readonly rung: Rung;
  readonly world: WorldOptions;
  /** Milliseconds until a case that is still running is given up. */
  readonly timeout: number;
  /** Gives a sandbox a listener of its own. */
  readonly openPlace: (mock: Mock) => Promise<OpenedPlace>;
  /** The command line that takes the client through one case again. */
  readonly replay: (id: string) => string;
}

/** Takes a client through one case, in a sandbox of its own, and judges it. */
export async function runCase(
  one: Case,
  known: ContractKnowledge,
  seq: number,
  context: RunContext,
): Promise<CaseResult> {
  const began = performance.now();
  const lacking = one.steps.find(({ operation }) => !can(context.rung, one.provider, operation));
  if (lacking) {
    const message = `The client says it cannot call ${lacking.operation}.`;
    return resultOf(one, known, context, began, [], { verdict: 'unsupported', checks: [], message });
  }
  const mock = openWorld(one, known, context.world);
  const subjects = one.steps.map((step) => subjectOf(known.contract, step));
  const existedAtFirst = subjects.map((subject) => subject !== undefined && holdsRecord(mock, one.provider, subject));
  const track = trackWorld(mock, one.provider, subjects, one.meanwhile);
  const answer = await takeThrough(one, known, mock, seq, context);
  track.stop();
  const { exchanges } = track;
  const shown = exchanges.map((exchange) => reportedExchange(exchange, began));
  const judged = verdictOf(answer, () =>
    judge(
      gatherEvidence(one, known, context.world, {
        mock,
        exchanges,
        subjects,
        existedAtFirst,
        outcomes: answer.type === 'result' ? answer.outcomes : undefined,
        exit: answer.type === 'exit' ? answer : undefined,
      }),
    ),
  );
  return resultOf(one, known, context, began, shown, judged, answer);
}

function can({ capabilities }: Rung, provider: string, operation: string): boolean {
  return ['*', operation, `${provider}/${operation}`, `${provider}/*`].some((name) => capabilities.includes(name));
}

async function takeThrough(
  one: Case,
  known: ContractKnowledge,
  mock: Mock,
  seq: number,
  { rung, timeout, openPlace }: RunContext,
): Promise<RungAnswer> {
  const timer = new AbortController();
  const expiry = setTimeout(() => timer.abort(new Error(`no answer within ${timeout} ms`)), timeout);
  const place = await openPlace(mock);
  let over = false;
  const guarded: typeof fetch = (input, init) =>
    over
      ? Promise.reject(new TypeError('The case is over; its sandbox answers no more.'))
      : mock.fetch(input as URL, init);
  try {
    const baseUrl = place.origin + basePath(known.contract.compiled.document);
    const message = toMessage(one, seq, baseUrl, givenCredentials(known, one.setup.credentials));
    return await rung.run(message, { mock, origin: place.origin, fetch: guarded, signal: timer.signal });
  } finally {
    over = true;
    clearTimeout(expiry);
    await place[Symbol.asyncDispose]();
  }
}

type Judged = Pick<CaseResult, 'verdict' | 'checks' | 'message' | 'issue'>;

function verdictOf(answer: RungAnswer, judged: () => readonly Check[]): Judged {
  if (answer.type === 'fault') return { verdict: 'error', checks: [], message: answer.message };
  if (answer.type === 'unsupported') {
    const { reason: message, issue } = answer;
    return { verdict: 'unsupported', checks: [], message, ...(issue === undefined ? {} : { issue }) };
  }
  const checks = judged();
  return { verdict: worst(checks), checks };
}

function worst(checks: readonly Check[]): CaseVerdict {
  return (['fail', 'warn', 'info'] as const).find((verdict) => checks.some((one) => one.verdict === verdict)) ?? 'pass';
}

function resultOf(
  one: Case,
  { contract }: ContractKnowledge,
  { replay }: RunContext,
  began: number,
  exchanges: CaseResult['exchanges'],
  judged: Judged,
  answer?: RungAnswer,
): CaseResult {
  const outcomes = answer?.type === 'result' ? answer.outcomes : [];
  return {
    id: one.id,
    title: one.title,
    provider: one.provider,
    kind: one.kind,
    ...(one.rule === undefined ? {} : { rule: one.rule }),
    basis: one.basis,
    sources: sourcesOf(one.citations, contract.compiled),
    ...judged,
    steps: one.steps.map((step, index) => {
      const { operation, parameters, body } = toStep(step);
      const outcome = outcomes[index];
      return {
        operation,
        parameters,
        ...(body === undefined ? {} : { body }),
        ...(outcome === undefined ? {} : { outcome }),
      };
    }),
    exchanges,
    ...(answer?.output === undefined ? {} : { output: answer.output }),
    replay: replay(one.id),
    durationMs: Math.round(performance.now() - began),
  };
}
