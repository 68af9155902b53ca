import type { Case, CaseStep, Subject } from '../case.js';
import type { ContractKnowledge } from '../know/contractKnowledge.js';
import type { Outcome } from '../protocol/messages.js';
import type { Level } from '../result.js';
import type { Expectation, ExpectedStep } from '../run/expectation.js';
import type { TrackedExchange } from '../run/trackWorld.js';
import type { WorldView } from '../run/viewWorld.js';

/** What is known of one step once the client is done. */
export interface StepEvidence {
  readonly step: CaseStep;
  readonly expected: ExpectedStep;
  /** Those the client made for this step, in order; looks and detours are among them. */
  readonly exchanges: readonly TrackedExchange[];
  /** Those of the operation itself. */
  readonly calls: readonly TrackedExchange[];
  /** The call whose answer says what became of it: the first that says so for good, else the last. */
  readonly answer: TrackedExchange | undefined;
  /** What the client told its caller; none where it tells nothing but its exit. */
  readonly outcome: Outcome | undefined;
  readonly subject: Subject | undefined;
  /** The rule that an answer of a fault was taken from: the case is about reading it. */
  readonly standsFor: string | undefined;
  /** Before the step's first call. */
  readonly existedBefore: boolean;
  /** Before the call that was answered. */
  readonly existedBeforeAnswer: boolean;
  /** When the client told it. */
  readonly existsAfter: boolean;
}

/** What the judges look at. */
export interface Evidence {
  readonly case: Case;
  readonly known: ContractKnowledge;
  readonly steps: readonly StepEvidence[];
  readonly exchanges: readonly TrackedExchange[];
  /** What the rules make of the case where every call is made once. */
  readonly expected: Expectation;
  /** What they make of it where the client tries again until nothing is in its way. */
  readonly retried: Expectation;
  readonly after: WorldView;
  /** How a process ended that tells nothing else. */
  readonly exit: { readonly status: number | null; readonly signal?: string } | undefined;
}

/** What one look at the evidence came to. */
export type Finding =
  | { readonly holds: true; readonly level: Level }
  | { readonly holds: false; readonly level: Level; readonly expected: string; readonly observed: string };

/** One statement a client is judged by. */
export interface CheckRule {
  readonly slug: string;
  /** In a sentence, for every case. */
  readonly requirement: string;
  /** Undefined where the statement says nothing about the case. */
  readonly look: (evidence: Evidence) => Finding | undefined;
}

/** It holds, or not: what was expected, and what was seen instead. */
export function finding(holds: boolean, level: Level, expected: string, observed: () => string): Finding {
  return holds ? { holds, level } : { holds, level, expected, observed: observed() };
}

/** The first finding that does not hold; else the first there is. */
export function worstOf(findings: readonly (Finding | undefined)[]): Finding | undefined {
  const found = findings.filter((one) => one !== undefined);
  return found.find(({ holds }) => !holds) ?? found[0];
}

/** The answer of a step, and what the client was answered after it. */
export function laterAnswers({ exchanges, answer }: StepEvidence): readonly TrackedExchange[] {
  return exchanges.filter(({ seq }) => answer === undefined || seq >= answer.seq);
}
