import type { Case } from './case.js';
import { wordsAfter } from './judges/words.js';
import type { ContractKnowledge } from './know/contractKnowledge.js';
import type { Step } from './protocol/messages.js';
import { type Level, levelOf, type ReportedSource } from './result.js';
import { expectationOf } from './run/expectation.js';
import { sourcesOf } from './run/sourcesOf.js';
import { toStep } from './run/toMessage.js';

/** A case, and what the rules make of it: what `tombstone show` shows. */
export interface ExplainedCase {
  readonly case: Case;
  readonly level: Level;
  readonly sources: readonly ReportedSource[];
  readonly calls: readonly ExplainedCall[];
  /** The records there are afterwards, of those there were before, and new ones: `task/7`. */
  readonly kept: readonly string[];
  readonly gone: readonly string[];
  readonly made: readonly string[];
}

/** One call of a case: how it is to be made, what answers it, and what a client may say then. */
export interface ExplainedCall {
  readonly step: Step;
  readonly request: string;
  readonly status: number;
  readonly rule?: string;
  readonly words: readonly string[];
}

/** Plays a case's right calls, and says what comes of them. */
export function explainCase(one: Case, known: ContractKnowledge): ExplainedCase {
  const expected = expectationOf(one, known, { seed: 1, auth: 'verify' }, false);
  const { before, after } = expected;
  return {
    case: one,
    level: levelOf(one.basis.effect),
    sources: sourcesOf(one.citations, known.contract.compiled),
    calls: one.steps.map((step, index) => {
      const { method = '', target = '', answer, absent = false } = expected.steps[index] ?? {};
      const rule = answer?.rule;
      return {
        step: toStep(step),
        request: `${method} ${target}`,
        status: answer?.response.status ?? 0,
        ...(rule === undefined ? {} : { rule }),
        words: answer ? wordsAfter(known, answer, absent, one.rule).words : [],
      };
    }),
    kept: [...before.keys()].filter((name) => after.has(name)),
    gone: [...before.keys()].filter((name) => !after.has(name)),
    made: [...after.keys()].filter((name) => !before.has(name)),
  };
}
