import type { Case } from '../case.js';
import type { DerivedCase } from './deriveCases.js';
import { decisionTitle } from './titles.js';

/** A row of a decision table as a story: its situation is the beginning, its operation the one thing to do. */
export function decisionCase(derived: DerivedCase): Case {
  const { id, provider, operation, rule, basis, citations, stage } = derived;
  return {
    id,
    title: decisionTitle(derived),
    provider,
    kind: 'decision',
    rule,
    basis,
    citations,
    setup: { records: stage.records, switches: stage.switches, faults: [], credentials: 'good', clockOffset: 0 },
    steps: [{ operation, values: stage.request }],
    meanwhile: [],
    ...(stage.own ? { subject: stage.own } : {}),
    maySendNothing: false,
  };
}
