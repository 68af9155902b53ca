import type { Basis, Facets } from '../language/lifecycle.js';
import type { CaseKind } from './case.js';
import type { ClientInfo, Json, Outcome } from './protocol/messages.js';

/** How binding a check is: `documented` facts must hold, `observed` ones should, `inferred` ones are only told. */
export type Level = 'must' | 'should' | 'may';

/** How binding a basis is for a client. */
export function levelOf(basis: Basis): Level {
  if (basis === 'documented') return 'must';
  return basis === 'observed' ? 'should' : 'may';
}

export type Judge = 'traffic' | 'state' | 'report';

/** One judged statement. The slug is the same whether it passes or not. */
export interface Check {
  readonly slug: string;
  readonly judge: Judge;
  readonly level: Level;
  /** A check that does not hold is a `fail` where it must, a `warn` where it should, an `info` where it may. */
  readonly verdict: 'pass' | 'fail' | 'warn' | 'info';
  /** What a client must do, in a sentence. */
  readonly requirement: string;
  /** Only where it did not pass. */
  readonly expected?: string;
  /** Only where it did not pass. */
  readonly observed?: string;
}

/** The worst of a case's checks; or why it was not judged. */
export type CaseVerdict = 'pass' | 'fail' | 'warn' | 'info' | 'unsupported' | 'error';

/** What a baseline makes of a case: its failure was expected, its entry is out of date, or it never decides. */
export type Standing = 'expected' | 'stale' | 'flaky';

/** Where something is documented, for a reader outside this project. */
export interface ReportedSource {
  readonly title: string;
  readonly url?: string;
  readonly at?: string;
  readonly date?: string;
  readonly place?: string;
}

/** One exchange of a case. `ms`, `headers` and `explanation` (a signature has a time in it) differ from run to run. */
export interface ReportedExchange {
  /** Milliseconds since the case began. */
  readonly ms: number;
  readonly request: ReportedMessage & { readonly method: string; readonly target: string };
  /** Status 0: a fault let nothing out. */
  readonly response: ReportedMessage & { readonly status: number };
  readonly operation?: string;
  readonly rule?: string;
  readonly explanation?: string;
  /** The fault that struck, in words: `loses the response`. */
  readonly fault?: string;
}

export interface ReportedMessage {
  /** Credentials are redacted. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One step of a case, with what the client told of it. */
export interface ReportedStep {
  readonly operation: string;
  readonly parameters: Readonly<Record<string, Json>>;
  readonly body?: Json;
  readonly outcome?: Outcome;
}

/** What became of one case. */
export interface CaseResult {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly kind: CaseKind;
  readonly rule?: string;
  readonly basis: Facets;
  readonly sources: readonly ReportedSource[];
  readonly verdict: CaseVerdict;
  readonly standing?: Standing;
  readonly checks: readonly Check[];
  readonly steps: readonly ReportedStep[];
  readonly exchanges: readonly ReportedExchange[];
  /** Why it was not judged; only with `unsupported` and `error`. */
  readonly message?: string;
  /** Where the client's authors keep what is unsupported. */
  readonly issue?: string;
  /** What the client printed, its end; only of clients that are processes. */
  readonly output?: { readonly stdout: string; readonly stderr: string };
  /** The command line that takes the client through this case again. */
  readonly replay: string;
  readonly durationMs: number;
}

/** How many cases came to what. */
export type Counts = Readonly<Record<CaseVerdict, number>> & {
  readonly total: number;
  /** Failures that a baseline expects, among those of their verdict. */
  readonly expected: number;
  readonly stale: number;
  readonly flaky: number;
};

/** 0 conforms · 1 an unexpected failure or a stale baseline entry · 2 nothing ran · 3 the harness or the adapter broke. */
export type ExitStatus = 0 | 1 | 2 | 3;

/**
 * A whole run. With one seed it is the same byte for byte, apart from `startedAt`, `durationMs`, `ms`,
 * `headers`, `explanation` and `output`.
 */
export interface RunReport {
  readonly format: 1;
  readonly tombstone: string;
  /** The frozen requirement set the cases are of. */
  readonly suite: string;
  readonly seed: number;
  readonly client: ClientInfo;
  readonly rung: string;
  readonly providers: readonly string[];
  readonly startedAt: string;
  readonly durationMs: number;
  readonly cases: readonly CaseResult[];
  readonly counts: Counts;
  /** What decided the exit status besides the cases: a broken adapter, a stale baseline entry, a pattern that matches nothing. */
  readonly problems: readonly string[];
  readonly exitStatus: ExitStatus;
}
