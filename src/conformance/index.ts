/** Conformance: cases derived from a contract's rules, and the judging of clients by them. */
export { type Adapter, type ClientContext, defineAdapter, type Unsupported } from './adapter.js';
export type { Case, CaseKind, CaseStep, CredentialSetup, Setup, Subject, Trigger } from './case.js';
export {
  type AdapterCheckOptions,
  type AdapterFinding,
  type AdapterReport,
  checkAdapter,
} from './check/checkAdapter.js';
export { type ConformOptions, conform } from './conform.js';
export { casesOf } from './derive/casesOf.js';
export { type DerivedCase, deriveCases } from './derive/deriveCases.js';
export { deriveFailureCases } from './derive/deriveFailureCases.js';
export type { FailureCase, FailureConditions, FailureRequest } from './derive/failureCase.js';
export { failureRequest } from './derive/failureRequest.js';
export { setStage } from './derive/setStage.js';
export type { Stage, StagedRecord, StageSource } from './derive/stage.js';
export { type UnreachedFailure, unreachedFailures } from './derive/unreachedFailures.js';
export type * from './protocol/messages.js';
export type * from './result.js';
export type { CasePlace, ObservedExit, Rung, RungAnswer, RungName } from './rung.js';
export { execRung, type ProgramOptions } from './rungs/exec.js';
export { type InProcessOptions, inProcessRung } from './rungs/inProcess.js';
export { type CaseEnvironment, type Environment, type ObserveOptions, observeRung } from './rungs/observe.js';
export { type ServeAdapterOptions, serveAdapter } from './rungs/serveAdapter.js';
export { type SessionOptions, startSession } from './rungs/session.js';
