import type { LoadedContract } from '../../engine/loadedContract.js';
import type { Case } from '../case.js';
import { decisionCase } from './decisionCase.js';
import { deriveCases } from './deriveCases.js';
import { deriveFailureCases } from './deriveFailureCases.js';
import { failureToCase } from './failureToCase.js';
import { faultCases } from './faultCases.js';

/** Every case that follows from a contract alone: each row of its decision and failure tables, and the faults that matter. */
export function casesOf(source: LoadedContract): readonly Case[] {
  const decisions = deriveCases(source);
  const failures = deriveFailureCases(source, { decisions });
  return [
    ...decisions.map(decisionCase),
    ...faultCases(decisions),
    ...failures.map((failure) => failureToCase(source, failure)),
  ];
}
