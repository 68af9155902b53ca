/** Conformance: cases derived from a contract's rules, and the judging of an in-process client by them. */
export { type Adapter, type ClientContext, defineAdapter, type Report, type Step } from './adapter.js';
export { type DerivedCase, deriveCases, type Level, levelOf } from './deriveCases.js';
export { deriveFailureCases } from './deriveFailureCases.js';
export { describeResult } from './describeResult.js';
export type { FailureCase, FailureConditions, FailureRequest } from './failureCase.js';
export { failureRequest } from './failureRequest.js';
export { type CaseResult, type Check, runCase, setStage } from './runCase.js';
export type { Stage, StagedRecord, StageSource } from './stage.js';
export { type UnreachedFailure, unreachedFailures } from './unreachedFailures.js';
